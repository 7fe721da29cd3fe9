import { type BatchRow, FirmwareResult } from '#shared/model/firmware-push.ts'
import { isFinal, type Job } from '#shared/model/job.ts'

/** A row per box, in the order of the first round: its latest job, and how many it took. */
export function rowsOf(rounds: readonly (readonly string[])[], jobOf: (id: string) => Job | null): BatchRow[] {
  const rows = new Map<string, BatchRow>()
  for (const job of rounds.flat().flatMap((id) => jobOf(id) ?? [])) {
    rows.set(job.deviceId, rowOf(job, (rows.get(job.deviceId)?.attempts ?? 0) + 1))
  }
  return [...rows.values()]
}

function rowOf(job: Job, attempts: number): BatchRow {
  const result = FirmwareResult.safeParse(job.result).data
  return {
    deviceId: job.deviceId,
    jobId: job.id,
    attempts,
    state: job.state,
    verdict: result?.verdict ?? null,
    from: result?.from ?? '',
    to: result?.to ?? '',
    bytes: result?.transfer.bytes ?? 0,
    fault: result?.fault?.code ?? null,
    explanation: result?.explanation ?? null,
    overrideReason: result?.override?.reason ?? '',
    error: job.error,
    createdAt: job.createdAt,
    endedAt: job.endedAt,
  }
}

/** How many jobs of a round have failed; cancelled ones were a person's will. */
export function failuresIn(round: readonly string[], jobOf: (id: string) => Job | null): number {
  return round.filter((id) => jobOf(id)?.state === 'failed').length
}

/** The boxes that a retry is for: their latest job has ended, and not well. */
export function boxesToRetry(rows: readonly BatchRow[]): string[] {
  return rows
    .filter(({ state }) => isFinal(state as Job['state']) && state !== 'succeeded')
    .map(({ deviceId }) => deviceId)
}
