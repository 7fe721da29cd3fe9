import { useMemo } from 'react'
import type { ErrorData } from '#shared/errors.ts'
import { isFinal, type Job } from '#shared/model/job.ts'
import { ProvisionResult } from '#shared/model/provision.ts'
import { useApp } from '../../stores/app-store.ts'
import { useCall } from '../../ui/use-call.ts'

/** A box of a batch: its latest job, and how far that got. */
export interface BatchRow {
  job: Job
  result: ProvisionResult | null
}

/** The boxes of a batch as they stand; null until they are known. */
export function useBatch(batchId: string): { rows: BatchRow[] | null; error: ErrorData | null; refetch: () => void } {
  const jobs = useApp((app) => app.jobs)
  const own = Object.values(jobs).filter((job) => batchOf(job) === batchId)
  // Fetched anew when a round begins and when a job ends.
  const revision = `${own.length} ${own.filter(({ state }) => isFinal(state)).length}`
  const fetched = useCall('provision.jobs', { batchId }, revision)
  const stored = fetched.status === 'ready' ? fetched.value : null
  const rows = useMemo(() => stored?.map((job) => rowOf(newest(job, jobs[job.id]))), [stored, jobs]) ?? null
  return { rows, error: fetched.status === 'failed' ? fetched.error : null, refetch: fetched.refetch }
}

function batchOf({ input }: Job): unknown {
  return (input as { batchId?: unknown } | null)?.batchId
}

/** The job as the window last heard of it. */
function newest(stored: Job, live: Job | undefined): Job {
  return live && !isFinal(stored.state) ? { ...live, result: live.result ?? stored.result } : stored
}

function rowOf(job: Job): BatchRow {
  return { job, result: ProvisionResult.safeParse(job.result).data ?? null }
}
