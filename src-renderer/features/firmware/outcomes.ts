import type { BatchRow } from '#shared/model/firmware-push.ts'
import type { Shape, Tone } from '../../ui/shape.tsx'

/** What became of a box in a push, as it is counted and shown (`firmware.push.counts.<outcome>`). */
export const outcomes = ['proven', 'appliedLater', 'notApplied', 'failed', 'unknown', 'stopped', 'running'] as const
export type Outcome = (typeof outcomes)[number]

/** Shape and colour of each. */
export const outcomeLooks: Record<Outcome, { shape: Shape; tone: Tone }> = {
  proven: { shape: 'check', tone: 'ok' },
  appliedLater: { shape: 'half', tone: 'info' },
  notApplied: { shape: 'triangle', tone: 'bad' },
  failed: { shape: 'cross', tone: 'bad' },
  unknown: { shape: 'dots', tone: 'warn' },
  stopped: { shape: 'square', tone: 'muted' },
  running: { shape: 'half', tone: 'info' },
}

/** The outcome of a row. A cancelled job whose box had the whole file is uncertain, not merely cancelled. */
export function outcomeOf({ state, verdict }: Pick<BatchRow, 'state' | 'verdict'>): Outcome {
  switch (state) {
    case 'succeeded':
      return verdict ?? 'proven'
    case 'failed':
      return verdict ?? 'failed'
    case 'cancelled':
    case 'interrupted':
      return verdict === 'unknown' ? 'unknown' : 'stopped'
    default:
      return 'running'
  }
}

/** How many rows there are of each outcome, without those that do not occur. */
export function countOutcomes(rows: readonly Pick<BatchRow, 'state' | 'verdict'>[]): [Outcome, number][] {
  const all = rows.map(outcomeOf)
  return outcomes
    .map((outcome): [Outcome, number] => [outcome, all.filter((one) => one === outcome).length])
    .filter(([, count]) => count > 0)
}
