import type { ModelParameter } from '#shared/model/data-model.ts'
import type { XmlElement } from './xml-tree.ts'

/** What a `syntax` or `dataType` says of values; undefined where it says nothing. */
export type Syntax = Pick<
  ModelParameter,
  'type' | 'list' | 'hidden' | 'min' | 'max' | 'minLength' | 'maxLength' | 'pattern' | 'values' | 'unit'
>

/** Finds a named data type, and the names that it speaks in. */
export type TypeFinder = (name: string) => { element: XmlElement; typeOf: TypeFinder } | undefined

const primitives = new Set([
  'string',
  'int',
  'unsignedInt',
  'long',
  'unsignedLong',
  'boolean',
  'dateTime',
  'base64',
  'hexBinary',
  'decimal',
])

/** Named types lead to others; more than this is a circle. */
const maxSteps = 20

/** Reads a parameter's `syntax` (spec 05 section 4); a list's limits are those of its whole text. */
export function readSyntax(syntax: XmlElement, typeOf: TypeFinder): Syntax {
  const list = syntax.children.find(({ name }) => name === 'list')
  const item = itemSyntax(syntax, typeOf)
  const hidden =
    syntax.attributes.hidden === 'true' || syntax.attributes.command === 'true' || syntax.attributes.secured === 'true'
  if (!list) return { ...item, hidden }
  const { values, unit } = item
  return {
    type: 'string',
    list: true,
    hidden,
    ...sizesOf([list]),
    ...(values === undefined ? {} : { values }),
    ...(unit === undefined ? {} : { unit }),
  }
}

function itemSyntax(holder: XmlElement, typeOf: TypeFinder, steps = 0): Omit<Syntax, 'hidden'> {
  for (const child of holder.children) {
    if (primitives.has(child.name)) return { type: child.name, list: false, ...facetsOf(child) }
    if (child.name === 'dataType')
      return namedSyntax(child, child.attributes.ref ?? child.attributes.base, typeOf, steps)
  }
  return { type: 'string', list: false }
}

/** A named type with the facets that narrow it here. */
function namedSyntax(
  use: XmlElement,
  name: string | undefined,
  typeOf: TypeFinder,
  steps: number,
): Omit<Syntax, 'hidden'> {
  const own = facetsOf(use)
  const found = name === undefined || steps > maxSteps ? undefined : typeOf(name)
  if (!found) return { type: name !== undefined && primitives.has(name) ? name : 'string', list: false, ...own }
  const { element: type } = found
  const base =
    type.attributes.base === undefined
      ? itemSyntax(type, found.typeOf, steps + 1)
      : namedSyntax(type, type.attributes.base, found.typeOf, steps + 1)
  const list = type.children.some((child) => child.name === 'list')
  return { ...base, ...(list ? { type: 'string', list } : {}), ...own }
}

/** Several ranges, sizes or patterns are a union: what is kept must stop none of them. */
function facetsOf({ children }: XmlElement): Partial<Syntax> {
  const of = (name: string): XmlElement[] => children.filter((child) => child.name === name)
  const values = of('enumeration')
    .filter(({ attributes }) => attributes.status !== 'deleted' && attributes.status !== 'obsoleted')
    .map(({ attributes }) => attributes.value ?? '')
  const patterns = of('pattern').map(({ attributes }) => attributes.value ?? '')
  const unit = of('units')[0]?.attributes.value
  return {
    ...rangesOf(of('range')),
    ...sizesOf(of('size').length > 0 ? [{ children }] : []),
    ...(patterns.length > 0 ? { pattern: patterns.join('|') } : {}),
    ...(values.length > 0 ? { values } : {}),
    ...(unit === undefined ? {} : { unit }),
  }
}

function rangesOf(ranges: XmlElement[]): Pick<Syntax, 'min' | 'max'> {
  return bounds(ranges, 'minInclusive', 'maxInclusive', (min, max) => ({
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  }))
}

function sizesOf(holders: Pick<XmlElement, 'children'>[]): Pick<Syntax, 'minLength' | 'maxLength'> {
  const sizes = holders.flatMap(({ children }) => children.filter(({ name }) => name === 'size'))
  return bounds(sizes, 'minLength', 'maxLength', (min, max) => ({
    ...(min === undefined || min === 0 ? {} : { minLength: min }),
    ...(max === undefined ? {} : { maxLength: max }),
  }))
}

function bounds<T>(
  elements: XmlElement[],
  low: string,
  high: string,
  give: (min: number | undefined, max: number | undefined) => T,
): T {
  const edge = (name: string, pick: (...numbers: number[]) => number): number | undefined => {
    const numbers = elements.map(({ attributes }) => Number(attributes[name] ?? Number.NaN))
    return numbers.length === 0 || numbers.some(Number.isNaN) ? undefined : pick(...numbers)
  }
  return give(edge(low, Math.min), edge(high, Math.max))
}
