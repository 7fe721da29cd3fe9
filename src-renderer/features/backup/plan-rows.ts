import { entryOf } from '#shared/dictionary/index.ts'
import { isSecret } from '#shared/dictionary/secret.ts'
import type { RestoreResult } from '#shared/model/provision.ts'
import type { SnapshotDetail } from '#shared/model/snapshot.ts'
import { holdsInOrder, wordsOf } from '#shared/parameters/search.ts'

/** A kept value beside what the box has. */
export interface PlanRow {
  name: string
  /** null where it was not read: what was left out by rule. */
  now: string | null
  kept: string
}

/** Reasons that are rules of ours: the technician may know better. The others are facts. */
export const overridable: ReadonlySet<RestoreResult['skipped'][number]['reason']> = new Set([
  'ownOfBox',
  'command',
  'acsUrl',
])

/** What can be restored: the differences, and what was left out but is wanted all the same. */
export function planRows(
  { values }: Pick<RestoreResult, 'values'>,
  snapshot: Pick<SnapshotDetail, 'values'> | null,
  forced: ReadonlySet<string>,
): PlanRow[] {
  const planned = values
    .filter(({ status }) => status === 'planned')
    .map(({ name, old, value }): PlanRow => ({ name, now: old, kept: value }))
  const added = (snapshot?.values ?? [])
    .filter(({ name }) => forced.has(name))
    .map(({ name, value }): PlanRow => ({ name, now: null, kept: value }))
  return [...planned, ...added]
}

/** The rows that hold the words of a filter; secret values are not searched. */
export function matchingRows(rows: readonly PlanRow[], filter: string): readonly PlanRow[] {
  const words = wordsOf(filter)
  return words.length === 0 ? rows : rows.filter((row) => holdsInOrder(textOf(row), words))
}

function textOf({ name, now, kept }: PlanRow): string {
  const names = entryOf(name)
  const values = isSecret(name) ? [] : [now, kept]
  return [name, names?.en, names?.zh, ...values].join('\n').toLowerCase()
}
