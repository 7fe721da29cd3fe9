import { useMemo } from 'react'
import type { BatchRow, FirmwareBatchDetail } from '#shared/model/firmware-push.ts'
import { isFinal, type Job } from '#shared/model/job.ts'
import { useApp } from '../../stores/app-store.ts'
import { usePushStore } from '../../stores/push-store.ts'
import { type Fetched, useCall } from '../../ui/use-call.ts'

/** A row of a batch with its job as it stands now, where the window knows it. */
export interface LiveRow extends BatchRow {
  job: Job | undefined
}

/** A batch, fetched anew whenever one of its jobs ends. */
export function useBatch(id: string): Fetched<FirmwareBatchDetail> & { rows: LiveRow[]; refetch: () => void } {
  const revision = usePushStore((store) => store.batchRevision)
  const jobs = useApp((app) => app.jobs)
  const ended = Object.values(jobs).filter(({ kind, state }) => kind === 'firmware' && isFinal(state)).length
  const fetched = useCall('firmware.batch', { id }, `${revision} ${ended}`)
  const stored = fetched.status === 'ready' ? fetched.value.rows : undefined
  const rows = useMemo(() => (stored ?? []).map((row): LiveRow => ({ ...row, job: jobs[row.jobId] })), [stored, jobs])
  return { ...fetched, rows }
}

/** Whether the job of a row has ended, by the latest news. */
export function hasEnded({ job, state }: LiveRow): boolean {
  return isFinal(job?.state ?? (state as Job['state']))
}
