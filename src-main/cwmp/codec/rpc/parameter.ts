import { nearestWord } from '#shared/cwmp/spelling.ts'
import { fitsType, VALUE_TYPES } from '#shared/cwmp/values.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'
import { type Context, splitName } from '../read.ts'
import { field } from '../write.ts'
import { escapeText } from '../xml-text.ts'
import { findAttribute, type XmlElement } from '../xml-tree.ts'

const KNOWN_TYPES: ReadonlySet<string> = new Set(VALUE_TYPES)

/**
 * Reads members of a list of ParameterValueStruct (TR-069 A.3.2.1). Blanks in a value count; a name has none. A
 * parameter without a name is skipped, one without Value reads as the empty string.
 */
export function readParameterValues(members: readonly XmlElement[], cx: Context): ParameterValue[] {
  const parameters: ParameterValue[] = []
  const seen = new Set<string>()
  for (const member of members) {
    const name = readName(member, cx)
    if (name === '') continue
    if (seen.size === seen.add(name).size) cx.warn('parameterRepeated', member.offset, { name })
    parameters.push(readValue(member, name, cx))
  }
  return parameters
}

/** The Name of a struct; blanks and line breaks in it are layout. Empty, with a warning, where there is none. */
export function readName(member: XmlElement, cx: Context): string {
  const element = childCalled(member, 'Name', cx)
  const text = element?.text ?? ''
  const name = /\s/.test(text) ? text.replace(/\s+/g, '') : text
  if (name.length !== text.length) cx.warn('blanksRemoved', element?.offset, { field: 'Name' })
  if (name === '') cx.warn('parameterNameEmpty', member.offset)
  return name
}

function readValue(member: XmlElement, name: string, cx: Context): ParameterValue {
  const element = childCalled(member, 'Value', cx)
  if (element === undefined) {
    cx.warn('valueMissing', member.offset, { name })
    return { name, value: '', type: 'string' }
  }
  const type = readType(element, name, cx)
  const value = element.text
  if (type !== 'string' && !fitsType(value, type)) cx.warn('valueNotOfType', element.offset, { name, type, value })
  return { name, value, type }
}

function childCalled(member: XmlElement, name: string, cx: Context): XmlElement | undefined {
  for (const child of member.children) {
    if (child.name !== name) continue
    if (child.prefix !== '') cx.warn('elementQualified', child.offset, { element: name })
    return child
  }
  return undefined
}

function readType(element: XmlElement, name: string, cx: Context): string {
  const attribute = findAttribute(element, 'type')
  if (attribute === undefined) {
    cx.warn('typeMissing', element.offset, { name })
    return 'string'
  }
  const known = cx.types.get(attribute.value)
  if (known !== undefined) return known
  cx.namespaces.require(splitName(attribute.name).prefix, element, cx.warn)
  const type = understandType(attribute.value, element, cx)
  cx.types.set(attribute.value, type)
  return type
}

/** `xsd:string(64)`, `string`, `xsd:unsigendInt`: the type they mean, `string` where they mean none. */
function understandType(written: string, element: XmlElement, cx: Context): string {
  const { prefix, local } = splitName(written.trim())
  cx.namespaces.require(prefix, element, cx.warn)
  if (KNOWN_TYPES.has(local) && prefix !== '') return local
  const word = local.replace(/[[(].*$/, '')
  const type = KNOWN_TYPES.has(word) ? word : nearestWord(word, VALUE_TYPES)
  if (type === undefined) cx.warn('typeUnknown', element.offset, { found: written })
  else cx.warn('typeForm', element.offset, { found: written, type })
  return type ?? 'string'
}

/** Writes one ParameterValueStruct without its own tag. The base64 of CWMP is that of SOAP, all else is of XML Schema. */
export function writeParameterValue({ name, value, type }: ParameterValue): string {
  const typeName = type === 'base64' ? 'SOAP-ENC:base64' : `xsd:${KNOWN_TYPES.has(type) ? type : 'string'}`
  return `${field('Name', name)}<Value xsi:type="${typeName}">${escapeText(value)}</Value>`
}
