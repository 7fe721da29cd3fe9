import { conceptOf, entryOf } from '#shared/dictionary/index.ts'
import { isSecret } from '#shared/dictionary/secret.ts'
import type { Language } from '#shared/i18n/index.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'
import type { TemplateChange } from '#shared/model/template.ts'
import { type DiffRow, diffByPath } from '#shared/parameters/diff.ts'
import { holdsInOrder, wordsOf } from '#shared/parameters/search.ts'

export const kinds = ['different', 'onlyLeft', 'onlyRight', 'same'] as const
export type DiffKind = DiffRow['kind']

/** How many rows there are of each kind. */
export function countKinds(rows: readonly DiffRow[]): Record<DiffKind, number> {
  const counts = { different: 0, onlyLeft: 0, onlyRight: 0, same: 0 }
  for (const { kind } of rows) counts[kind] += 1
  return counts
}

/** The path of a row: that of the left, where there is one. */
export function pathOf({ left, right }: DiffRow): string {
  return (left ?? right)?.name ?? ''
}

/** What stands in a cell; secrets stay covered. */
export function cellText(value: DiffRow['left']): string | null {
  if (value === null) return null
  return isSecret(value.name) && value.value !== '' ? '••••••••' : value.value
}

/** The rows of the chosen kinds that hold the words of the filter. */
export function shownRows(rows: readonly DiffRow[], shown: ReadonlySet<DiffKind>, filter: string): DiffRow[] {
  const words = wordsOf(filter)
  return rows.filter((row) => shown.has(row.kind) && (words.length === 0 || holdsInOrder(textOf(row), words)))
}

function textOf(row: DiffRow): string {
  const names = entryOf(pathOf(row))
  const parts = [row.left?.name, row.right?.name, names?.en, names?.zh, cellText(row.left), cellText(row.right)]
  return parts.join('\n').toLowerCase()
}

/** A concept's name without an instance: it stands for the paths of both sides. */
export function conceptName(id: string, language: Language): string | null {
  return conceptOf(id)?.name[language] ?? null
}

/**
 * What a template would change of values, and no more than that; `hidden` counts secrets that the box gives back as
 * nothing or as stars, which can be neither the same nor different.
 */
export function templateRows(
  changes: readonly TemplateChange[],
  values: readonly ParameterValue[],
  isLeft: boolean,
): { rows: DiffRow[]; hidden: number } {
  const present = new Map(values.map((value) => [value.name, value]))
  const isHidden = ({ name }: TemplateChange) => isSecret(name) && /^\**$/.test(present.get(name)?.value ?? 'none')
  const wanted = changes.filter((change) => !isHidden(change))
  const theirs = wanted.flatMap(({ name }) => present.get(name) ?? [])
  return {
    rows: isLeft ? diffByPath(wanted, theirs) : diffByPath(theirs, wanted),
    hidden: changes.length - wanted.length,
  }
}
