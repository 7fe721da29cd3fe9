import { instanceNumbersOf } from '../cwmp/paths.ts'
import { meansSame } from '../cwmp/same-value.ts'
import { lookup } from '../dictionary/index.ts'
import type { ParameterValue } from '../model/parameter.ts'

/** One parameter on two sides: two times of a box, two boxes, a box and a template. */
export interface DiffRow {
  kind: 'same' | 'different' | 'onlyLeft' | 'onlyRight'
  left: ParameterValue | null
  right: ParameterValue | null
  /** What both are called, where they were brought together by their meaning. */
  concept: string | null
}

/** Whether two values are the same to a technician: whatever their form, and addresses in any case. */
function isSame(left: ParameterValue, right: ParameterValue): boolean {
  if (meansSame(left.value, right.value, left.type)) return true
  return isMac(left.value) && left.value.toLowerCase() === right.value.toLowerCase()
}

function isMac(text: string): boolean {
  return /^(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i.test(text)
}

/** Compares by path: for one box at two times, or two boxes of one model. Left's order, then what only right has. */
export function diffByPath(left: readonly ParameterValue[], right: readonly ParameterValue[]): DiffRow[] {
  const others = new Map(right.map((value) => [value.name, value]))
  const rows = left.map((value): DiffRow => {
    const other = others.get(value.name)
    others.delete(value.name)
    return rowOf(value, other ?? null)
  })
  return [...rows, ...[...others.values()].map((value) => rowOf(null, value))]
}

/**
 * Compares by meaning: a box of one data model with one of another. Of a concept that a box has more than once, the first
 * is held against the first, the second against the second, whatever their instance numbers. What the dictionary does not
 * know is left out: nothing tells what it would be on the other side.
 */
export function diffByConcept(left: readonly ParameterValue[], right: readonly ParameterValue[]): DiffRow[] {
  const ours = byConcept(left)
  const theirs = byConcept(right)
  const keys = new Set([...ours.keys(), ...theirs.keys()])
  return [...keys].map((key) => ({
    ...rowOf(ours.get(key) ?? null, theirs.get(key) ?? null),
    concept: key.slice(0, key.indexOf('#')),
  }))
}

function rowOf(left: ParameterValue | null, right: ParameterValue | null): DiffRow {
  if (left === null || right === null)
    return { kind: left === null ? 'onlyRight' : 'onlyLeft', left, right, concept: null }
  return { kind: isSame(left, right) ? 'same' : 'different', left, right, concept: null }
}

interface Placed {
  parameter: ParameterValue
  /** Which of the concept's paths it is, then its instances. */
  place: number[]
}

function byConcept(values: readonly ParameterValue[]): Map<string, ParameterValue> {
  const groups = new Map<string, Placed[]>()
  for (const parameter of values) {
    const entry = lookup(parameter.name)
    if (entry === null) continue
    const group = groups.get(entry.concept.id) ?? []
    group.push({ parameter, place: [entry.concept.paths.indexOf(entry.path), ...instanceNumbersOf(parameter.name)] })
    groups.set(entry.concept.id, group)
  }
  const found = new Map<string, ParameterValue>()
  for (const [id, group] of groups) {
    group.sort((a, b) => comparePlaces(a.place, b.place))
    group.forEach(({ parameter }, ordinal) => {
      found.set(`${id}#${ordinal}`, parameter)
    })
  }
  return found
}

function comparePlaces(a: readonly number[], b: readonly number[]): number {
  for (const [index, one] of a.entries()) {
    const difference = one - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}
