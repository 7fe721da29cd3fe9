import { genericPathOf, isInstance } from '../cwmp/paths.ts'
import { lookup } from '../dictionary/index.ts'
import type { TemplateObject, TemplateValue } from '../model/template.ts'
import type { KnownValues } from './targets.ts'

/** Where the object of a template is: an instance that the box has, or one to be added, with `{i}` for its numbers. */
export interface PlacedObject {
  object: TemplateObject
  /** Path of the instance, with a final dot. */
  path: string
  isNew: boolean
}

/** Finds the instance that an object means. `known` is null where nothing was read: then it is assumed to be missing. */
export function placeObject(
  object: TemplateObject,
  known: KnownValues | null,
  fill: (text: string) => string,
): PlacedObject {
  const pattern = `${object.table}{i}.`
  const found = instancesLike(pattern, known).find((path) =>
    object.known.every((condition) => holds(path, condition, known, fill)),
  )
  return found === undefined ? { object, path: pattern, isNew: true } : { object, path: found, isNew: false }
}

function instancesLike(pattern: string, known: KnownValues | null): string[] {
  const wanted = pattern.split('.').slice(0, -1)
  const found = new Set<string>()
  for (const name of known?.keys() ?? []) {
    const parts = name.split('.').slice(0, wanted.length)
    const fits = wanted.every((part, index) =>
      part === '{i}' ? isInstance(parts[index] ?? '') : part === parts[index],
    )
    if (fits) found.add(`${parts.join('.')}.`)
  }
  return [...found]
}

function holds(
  instance: string,
  { where, is, contains }: TemplateObject['known'][number],
  known: KnownValues | null,
  fill: (text: string) => string,
): boolean {
  for (const [name, { value }] of known ?? []) {
    if (!name.startsWith(instance) || (name !== instance + where && lookup(name)?.concept.id !== where)) continue
    if (value === fill(is)) return true
    if (contains !== undefined && value.toLowerCase().includes(fill(contains).toLowerCase())) return true
  }
  return false
}

/**
 * A parameter's pattern with the numbers of an instance: `A.{i}.B.{i}.C` in `A.2.B.1.` is `A.2.B.1.C`, and `A.{i}.D` is
 * `A.2.D`. null where the pattern leads elsewhere.
 */
export function placeIn(instance: string, pattern: string): string | null {
  const numbers = instance.split('.').slice(0, -1)
  const parts = pattern.split('.')
  const last = parts.lastIndexOf('{i}')
  if (last < 0 || last >= numbers.length) return null
  const placed: string[] = []
  for (const [index, part] of parts.entries()) {
    const at = numbers[index]
    if (index > last) placed.push(part)
    else if (part === '{i}' && at !== undefined && (at === '{i}' || isInstance(at))) placed.push(at)
    else if (part === at) placed.push(part)
    else return null
  }
  return placed.join('.')
}

/** The paths that a value may mean in the instance of an object; the names of a path value are relative to it. */
export function pathsIn(
  { path: instance, isNew }: PlacedObject,
  patterns: readonly string[],
  known: KnownValues | null,
): string[] {
  const placed = patterns.flatMap((pattern) => {
    const isRelative = !pattern.includes('{i}') && !pattern.startsWith(instance.split('.', 1)[0] ?? '')
    const path = isRelative ? instance + pattern : placeIn(instance, pattern)
    return path === null ? [] : [path]
  })
  if (!isNew) return placed.filter((path) => known?.has(path))
  // What an instance of the same table has, a new one will have.
  const generic = new Set([...(known?.keys() ?? [])].map(genericPathOf))
  const likely = placed.find((path) => generic.has(genericPathOf(path))) ?? placed[0]
  return likely === undefined ? [] : [likely]
}

/** What an added instance is known by must be written to it: else the next run would add another. */
export function identityOf({ name, known }: TemplateObject): TemplateValue[] {
  return known.map(({ where, is }) => ({
    ...(where.includes('.') && lookupConcept(where) ? { concept: where } : { path: where }),
    object: name,
    instance: 'first',
    value: is,
    optional: false,
  }))
}

function lookupConcept(id: string): boolean {
  return /^[a-z]\w*\.\w+$/.test(id)
}
