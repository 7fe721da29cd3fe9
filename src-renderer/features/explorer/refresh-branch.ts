import { startJob } from '../../ui/use-job.ts'

/** Reads a parameter, or a branch with its names, once more; what goes wrong is said where jobs under way are shown. */
export function refreshBranch(deviceId: string, path: string): void {
  void startJob('read', deviceId, { paths: [path] }).catch(() => undefined)
  if (path.endsWith('.')) void startJob('names', deviceId, { path }).catch(() => undefined)
}
