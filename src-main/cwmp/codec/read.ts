import { parseDateTime } from '#shared/cwmp/date-time.ts'
import { nearestWord } from '#shared/cwmp/spelling.ts'
import { parseBoolean } from '#shared/cwmp/values.ts'
import type { ApplyStatus, DateTime, FaultStruct } from './messages.ts'
import type { Namespaces } from './namespaces.ts'
import type { Warn } from './warnings.ts'
import { findAttribute, findChild, localName, type XmlElement } from './xml-tree.ts'

/** What the decoders of one envelope share. */
export interface Context {
  warn: Warn
  namespaces: Namespaces
  /** xsi:type texts already understood in this envelope, and the local names they stand for. */
  types: Map<string, string>
}

/** The time a box reports when it knows none (TR-069 A.2.1). */
export const UNKNOWN_TIME: DateTime = '0001-01-01T00:00:00Z'

/**
 * A child by its local name, or by the nearest misspelling of it that is not itself the name of another field in
 * `fields`. Says nothing when there is none.
 */
export function findField(
  element: XmlElement,
  name: string,
  cx: Context,
  fields: readonly string[] = [],
): XmlElement | undefined {
  const exact = findChild(element, name)
  if (exact !== undefined) {
    if (exact.prefix !== '') cx.warn('elementQualified', exact.offset, { element: name })
    return exact
  }
  for (const child of element.children) {
    if (fields.includes(child.name) || nearestWord(child.name, [name]) === undefined) continue
    cx.warn('elementMisspelt', child.offset, { found: child.name, expected: name })
    return child
  }
  return undefined
}

/** A child by its local name; a missing one is a warning. */
export function readField(
  element: XmlElement,
  name: string,
  cx: Context,
  fields?: readonly string[],
): XmlElement | undefined {
  const field = findField(element, name, cx, fields)
  if (field === undefined) cx.warn('fieldMissing', element.offset, { field: name })
  return field
}

/** Text of a leaf whose blanks mean nothing (names, numbers, times); blanks are a warning. */
export function trimmedText(element: XmlElement, cx: Context): string {
  const trimmed = element.text.trim()
  if (trimmed.length !== element.text.length) cx.warn('blanksRemoved', element.offset, { field: element.name })
  return trimmed
}

/** Text of a leaf whose blanks count; empty where it is missing. */
export function readString(element: XmlElement, name: string, cx: Context): string {
  return readField(element, name, cx)?.text ?? ''
}

/** As readString, for fields a box may leave out. */
export function readOptional(element: XmlElement, name: string, cx: Context): string {
  return findField(element, name, cx)?.text ?? ''
}

const INTEGER = /^[+-]?\d{1,15}$/

/** An integer; `fallback` where it is missing or none. */
export function readInteger(element: XmlElement, name: string, cx: Context, fallback = 0): number {
  const field = readField(element, name, cx)
  if (field === undefined) return fallback
  const text = trimmedText(field, cx)
  if (INTEGER.test(text)) return Number(text)
  cx.warn('fieldInvalid', field.offset, { field: name, value: text })
  return fallback
}

export function readBoolean(element: XmlElement, name: string, cx: Context, fallback = false): boolean {
  const field = readField(element, name, cx)
  if (field === undefined) return fallback
  const value = parseBoolean(trimmedText(field, cx))
  if (value === undefined) cx.warn('fieldInvalid', field.offset, { field: name, value: field.text })
  return value ?? fallback
}

/** Status of a change; 0 (applied) where it is missing or neither 0 nor 1. */
export function readStatus(element: XmlElement, cx: Context): ApplyStatus {
  const status = readInteger(element, 'Status', cx)
  if (status === 0 || status === 1) return status
  cx.warn('fieldInvalid', element.offset, { field: 'Status', value: status })
  return 0
}

/** A dateTime as written, the unknown time where it is missing or empty. */
export function readTime(element: XmlElement, name: string, cx: Context): DateTime {
  const field = readField(element, name, cx)
  const text = field === undefined ? '' : trimmedText(field, cx)
  if (parseDateTime(text).kind === 'invalid') cx.warn('timeInvalid', field?.offset, { field: name, value: text })
  return text === '' ? UNKNOWN_TIME : text
}

/** FaultStruct of a transfer or a deployment unit (`name` is FaultStruct or Fault); success where it is missing. */
export function readFault(element: XmlElement, name: string, cx: Context): FaultStruct {
  const fault = readField(element, name, cx)
  if (fault === undefined) return { code: 0, message: '' }
  return { code: readInteger(fault, 'FaultCode', cx), message: readString(fault, 'FaultString', cx) }
}

const ARRAY_TYPE = /^\s*(?:[^\s:[\]]*:)?([^\s:[\]]*)\s*\[\s*(\d*)\s*\]\s*$/

/**
 * The members of a SOAP array (TR-069 A.3; spec 02 section 3): its children, whatever they are called and whatever
 * arrayType says. A missing list has the members that stand in its place, an xsi:nil list has none.
 */
export function readArray(element: XmlElement, name: string, member: string, cx: Context): readonly XmlElement[] {
  const list = readField(element, name, cx)
  if (list === undefined) return element.children.filter((child) => child.name === member)
  return arrayMembers(list, member, cx)
}

function arrayMembers(list: XmlElement, member: string, cx: Context): readonly XmlElement[] {
  const nil = findAttribute(list, 'nil')
  if (nil !== undefined && parseBoolean(nil.value) === true && list.children.length === 0) {
    cx.warn('listNil', list.offset, { field: list.name })
    return []
  }
  checkArrayType(list, member, cx)
  for (const child of list.children) {
    if (child.name !== member) cx.warn('arrayMemberName', child.offset, { field: list.name, found: child.name })
    else if (child.prefix !== '') cx.warn('elementQualified', child.offset, { element: child.name })
  }
  return list.children
}

function checkArrayType(list: XmlElement, member: string, cx: Context): void {
  const field = list.name
  const attribute = findAttribute(list, 'arrayType')
  if (attribute === undefined) {
    cx.warn('arrayTypeMissing', list.offset, { field })
    return
  }
  const [, type = attribute.value, count = ''] = ARRAY_TYPE.exec(attribute.value) ?? []
  if (type !== member) cx.warn('arrayTypeWrong', list.offset, { field, found: attribute.value })
  if (Number(count) !== list.children.length || count === '') {
    cx.warn('arrayCountWrong', list.offset, { field, announced: count, actual: list.children.length })
  }
  if (!cx.namespaces.isEncoding(attribute.name, list)) cx.warn('arrayTypeNamespace', list.offset, { field })
}

/** The texts of an array of strings, blanks around them removed. */
export function readStrings(element: XmlElement, name: string, cx: Context): string[] {
  return readArray(element, name, 'string', cx).map((child) => trimmedText(child, cx))
}

/** A prefix and the local name behind it; an unprefixed name has the empty prefix. */
export function splitName(name: string): { prefix: string; local: string } {
  const local = localName(name)
  return { prefix: name.slice(0, Math.max(0, name.length - local.length - 1)), local }
}
