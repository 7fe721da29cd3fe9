import { escapeText } from './xml-text.ts'

/** `<name>text</name>`, the text escaped. */
export function field(name: string, value: string | number): string {
  return `<${name}>${typeof value === 'number' ? value : escapeText(value)}</${name}>`
}

/** A field that is left out when it has no value. */
export function optionalField(name: string, value: string | undefined): string {
  return value === undefined ? '' : field(name, value)
}

/** Booleans leave as 1 and 0: old boxes understand nothing else. */
export function booleanField(name: string, value: boolean): string {
  return field(name, value ? 1 : 0)
}

/** A SOAP array of already written members; `type` is the member type with its prefix. */
export function array(name: string, type: string, members: readonly string[]): string {
  return `<${name} SOAP-ENC:arrayType="${type}[${members.length}]">${members.join('')}</${name}>`
}

/** An array of strings. */
export function stringArray(name: string, texts: readonly string[]): string {
  return array(
    name,
    'xsd:string',
    texts.map((text) => field('string', text)),
  )
}

/** An array of cwmp structures whose members are called as their type. */
export function structArray(name: string, type: string, members: readonly string[]): string {
  return array(
    name,
    `cwmp:${type}`,
    members.map((member) => `<${type}>${member}</${type}>`),
  )
}
