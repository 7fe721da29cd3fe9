import type { JobResult } from '#shared/model/job.ts'
import type { WrittenValue } from '#shared/model/written-value.ts'
import type { PendingChange } from '../../stores/pending-store.ts'
import type { WriteStatus } from '../../ui/state-label.tsx'

/** What became of a value, finer than the wire says it. */
export function statusOf({ status, hidden, pending, heldBack, readBack }: WrittenValue): WriteStatus {
  if (status === 'verified') return hidden ? 'hidden' : 'verified'
  if (status === 'failed') return heldBack ? 'heldBack' : 'failed'
  if (pending) return 'pending'
  return readBack === undefined ? 'unread' : 'different'
}

/** How many of each; `different` counts what waits for a restart, too. */
export function countsOf(values: readonly WrittenValue[]): Record<WrittenValue['status'], number> {
  const counts = { verified: 0, different: 0, failed: 0 }
  for (const { status } of values) counts[status] += 1
  return counts
}

/** Whether the box refused several values without naming one: only writing by halves tells which. */
export function isUnnamedRefusal({ values }: JobResult<'write'>): boolean {
  return (
    values.length > 1 && values.every(({ status, heldBack }) => status === 'failed' && !heldBack) && isOneCode(values)
  )
}

function isOneCode(values: readonly WrittenValue[]): boolean {
  return new Set(values.map(({ code }) => code)).size === 1
}

/** The changes that bring the values from before back; secrets that the box never shows are left out. */
export function undoOf({ values }: JobResult<'write'>): { changes: PendingChange[]; leftOut: number } {
  const written = values.filter(({ status }) => status !== 'failed')
  const changes = written.flatMap(({ name, value, readBack, type, old, hidden }): PendingChange[] => {
    if (old === null || hidden || old === (readBack ?? value)) return []
    return [{ path: name, value: old, type, old: readBack ?? value }]
  })
  return { changes, leftOut: written.filter(({ hidden, old }) => hidden || old === null).length }
}

/** What need not be written again. */
export function writtenPaths({ values }: JobResult<'write'>): string[] {
  return values.filter(({ status }) => status !== 'failed').map(({ name }) => name)
}
