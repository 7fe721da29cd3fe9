import type { ErrorData } from '#shared/errors.ts'
import { isFinal, type Job, type JobInput, type JobKind } from '#shared/model/job.ts'
import { call } from '../api.ts'
import { useApp } from '../stores/app-store.ts'
import { useCall } from './use-call.ts'

/** A job as it stands, with its result once it has one. */
export function useJob(id: string): { job: Job | null; error: ErrorData | null; refetch: () => void } {
  const live = useApp((app) => app.jobs[id])
  // The live job carries no result: the whole one is fetched when it opens and again when it ends.
  const whole = useCall('jobs.get', { id }, live ? isFinal(live.state) : undefined)
  const stored = whole.status === 'ready' && whole.value.id === id ? whole.value : undefined
  const job = stored && isFinal(stored.state) ? stored : (live ?? stored ?? null)
  return { job, error: whole.status === 'failed' ? whole.error : null, refetch: whole.refetch }
}

/** Starts a job for one box. Throws ApiError. */
export async function startJob<K extends JobKind>(
  kind: K,
  deviceId: string,
  input: Partial<JobInput<K>>,
): Promise<string> {
  const { jobIds } = await call('jobs.start', { kind, deviceIds: [deviceId], input })
  const [id] = jobIds
  if (id === undefined) throw new Error(`No job was started: ${kind}`)
  return id
}
