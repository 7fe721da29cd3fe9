import { isFinal } from '#shared/model/job.ts'
import type { Look } from '../../ui/state-label.tsx'
import type { BatchRow } from './use-batch.ts'

/** What became of a box, as it is counted and shown (`provision.outcomes.<outcome>`). */
export const outcomes = ['proven', 'unchanged', 'different', 'refused', 'failed', 'stopped', 'running'] as const
export type Outcome = (typeof outcomes)[number]

/** Shape and colour of each. */
export const outcomeLooks: Record<Outcome, Look> = {
  proven: { shape: 'check', tone: 'ok' },
  unchanged: { shape: 'disc', tone: 'ok' },
  different: { shape: 'half', tone: 'warn' },
  refused: { shape: 'triangle', tone: 'bad' },
  failed: { shape: 'cross', tone: 'bad' },
  stopped: { shape: 'square', tone: 'muted' },
  running: { shape: 'half', tone: 'info' },
}

/** The outcome of a box: proven only when every value was read back as it was to be. */
export function outcomeOf({ job, result }: Pick<BatchRow, 'job' | 'result'>): Outcome {
  if (!isFinal(job.state)) return 'running'
  if (job.state === 'cancelled' || job.state === 'interrupted') return 'stopped'
  if (job.state === 'failed' || !result) return 'failed'
  const { failed, different, verified } = result.summary
  if (failed > 0) return 'refused'
  if (different > 0) return 'different'
  return verified > 0 ? 'proven' : 'unchanged'
}

/** Whether another try makes sense. */
export function needsRetry(outcome: Outcome): boolean {
  return outcome === 'refused' || outcome === 'failed' || outcome === 'stopped' || outcome === 'different'
}

/** How many rows there are of each outcome, without those that do not occur. */
export function countOutcomes(rows: readonly Pick<BatchRow, 'job' | 'result'>[]): [Outcome, number][] {
  const all = rows.map(outcomeOf)
  return outcomes
    .map((outcome): [Outcome, number] => [outcome, all.filter((one) => one === outcome).length])
    .filter(([, count]) => count > 0)
}
