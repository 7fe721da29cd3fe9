import { startJob } from '../../ui/use-job.ts'

/** Begins a restore by its differences: a dry run, whose page lets rows be chosen. Gives the job's id. */
export function showDifferences(snapshotId: string, deviceId: string): Promise<string> {
  return startJob('restore', deviceId, { snapshotId, dryRun: true })
}
