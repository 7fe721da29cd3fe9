import { parentOf } from '#shared/cwmp/paths.ts'
import { entryOf, friendlyName } from '#shared/dictionary/index.ts'
import type { Language } from '#shared/i18n/index.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'

/** A line of the table: the object that parameters belong to, or one of them. */
export type ValueRow =
  | { kind: 'group'; path: string; name: string | null }
  | { kind: 'value'; parameter: ParameterValue; name: string | null }

/** Whether a parameter has every word of the filter in its name, path or value. */
function matches({ name: path, value }: ParameterValue, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const entry = entryOf(path)
  const searched = [path, value, entry?.en, entry?.zh].join('\n').toLowerCase()
  return words.every((word) => searched.includes(word))
}

/** The rows of the table: parameters in the order in which the box gave them, under the objects they belong to. */
export function valueRows(values: readonly ParameterValue[], filter: string, language: Language): ValueRow[] {
  const words = filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const groups = new Map<string, ParameterValue[]>()
  for (const value of values) {
    if (!matches(value, words)) continue
    const parent = parentOf(value.name)
    groups.set(parent, [...(groups.get(parent) ?? []), value])
  }
  return [...groups].flatMap(([path, members]): ValueRow[] => [
    { kind: 'group', path, name: friendlyName(path, language) },
    ...members.map(
      (parameter): ValueRow => ({ kind: 'value', parameter, name: friendlyName(parameter.name, language) }),
    ),
  ])
}
