import { instanceNumbersOf } from '../cwmp/paths.ts'
import { type Concept, conceptOf, lookup } from '../dictionary/index.ts'
import type { DataModel } from '../model/device.ts'
import type { InstanceChoice, TemplateValue } from '../model/template.ts'
import { type PlacedObject, pathsIn } from './objects.ts'

/** What is known of a box: its values by path. */
export type KnownValues = ReadonlyMap<string, { value: string; type: string }>

/** Where a value of a template goes on a box. */
export type Targets =
  | { kind: 'paths'; paths: string[] }
  /** Nothing of the box was read: the standard's path, with the first instance. */
  | { kind: 'assumed'; paths: string[] }
  | { kind: 'conceptUnknown' }
  | { kind: 'objectUnknown' }
  | { kind: 'none' }

/** The parameters that a template value means, among those that the box is known to have. */
export function targetsOf(value: TemplateValue, known: KnownValues | null, dataModel: DataModel): Targets {
  const patterns = patternsOf(value, dataModel)
  if (patterns === null) return { kind: 'conceptUnknown' }
  if (known === null) return assumed(patterns)
  for (const pattern of patterns) {
    const candidates = candidatesFor(pattern, known)
    const chosen = choose(candidates, value.instance, known)
    if (chosen.length > 0) return { kind: 'paths', paths: chosen }
  }
  return { kind: 'none' }
}

/** The parameter that a template value means in the instance of its object. */
export function targetsInObject(
  value: TemplateValue,
  objects: readonly PlacedObject[],
  known: KnownValues | null,
  dataModel: DataModel,
): Targets {
  const placed = objects.find(({ object }) => object.name === value.object)
  if (!placed) return { kind: 'objectUnknown' }
  const patterns = patternsOf(value, dataModel)
  if (patterns === null) return { kind: 'conceptUnknown' }
  const [path] = pathsIn(placed, patterns, known)
  return path === undefined ? { kind: 'none' } : { kind: 'paths', paths: [path] }
}

const ONLY_ONE = /\.(LANDevice|WANDevice|STBService|VoiceService|StorageService)\.\{i\}\./

/** Branches to be read so that a value can find its place: up to the first `{i}` of each pattern. */
export function branchesOf(value: TemplateValue, dataModel: DataModel, reach: 'narrow' | 'wide'): string[] {
  return (patternsOf(value, dataModel) ?? []).map((pattern) => {
    const path = reach === 'narrow' ? pattern.replace(ONLY_ONE, '.$1.1.') : pattern
    const open = path.indexOf('{i}')
    return open < 0 ? path : path.slice(0, open)
  })
}

function patternsOf({ path, concept: id }: TemplateValue, dataModel: DataModel): string[] | null {
  if (path !== undefined) return [path]
  const concept = conceptOf(id ?? '')
  return concept && patternsIn(concept, dataModel)
}

/** The concept's paths for a data model, in the order of preference. */
export function patternsIn({ paths }: Concept, dataModel: DataModel): string[] {
  return paths.filter(({ models }) => dataModel === 'unknown' || models.includes(dataModel)).map(({ path }) => path)
}

function assumed(patterns: string[]): Targets {
  const [first] = patterns
  return first === undefined ? { kind: 'none' } : { kind: 'assumed', paths: [first.replaceAll('{i}', '1')] }
}

function candidatesFor(pattern: string, known: KnownValues): string[] {
  if (!pattern.includes('{i}')) return known.has(pattern) ? [pattern] : []
  const parts = pattern.split('{i}').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const fits = new RegExp(`^${parts.join('\\d+')}$`)
  return [...known.keys()].filter((path) => fits.test(path)).sort(byInstances)
}

function byInstances(a: string, b: string): number {
  const left = instanceNumbersOf(a)
  const right = instanceNumbersOf(b)
  for (const [index, one] of left.entries()) {
    const difference = one - (right[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function choose(candidates: string[], instance: InstanceChoice, known: KnownValues): string[] {
  if (instance === 'all') return candidates
  if (instance === 'first') return candidates.slice(0, 1)
  if (typeof instance === 'number') return candidates.slice(instance - 1, instance)
  return candidates.filter((path) => holds(path, instance, known))
}

/** Whether in the same instance the parameter `where` (a concept, or a name in it) holds the wanted value. */
function holds(
  path: string,
  { where, is, contains }: Exclude<InstanceChoice, string | number>,
  known: KnownValues,
): boolean {
  const instance = /^.*\.\d+\./.exec(path)?.[0] ?? ''
  const fits = (value: string): boolean =>
    (is === undefined || value === is) &&
    (contains === undefined || value.toLowerCase().includes(contains.toLowerCase()))
  for (const [name, { value }] of known) {
    if (!name.startsWith(instance)) continue
    if ((name === instance + where || lookup(name)?.concept.id === where) && fits(value)) return true
  }
  return false
}
