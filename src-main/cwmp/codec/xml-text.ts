import type { Warn } from './warnings.ts'

/** The five entities of XML; no others exist for us, whatever a DOCTYPE says. */
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const REFERENCE = /&(?:#x([0-9a-f]{1,8});|#([0-9]{1,10});|([a-z][\w.-]{0,31});)?/gi

/**
 * Resolves the five entities and character references; anything else after `&` stays text, with a warning.
 * A character reference may name half of a surrogate pair, as Java senders write them.
 */
export function decodeReferences(text: string, offset: number, warn: Warn): string {
  // Not String.replace with a function: it keeps every match, 2 GB for 16 MiB of ampersands.
  let decoded = ''
  let from = 0
  for (const match of text.matchAll(REFERENCE)) {
    const character = resolve(match, offset, warn)
    if (character === null) continue
    decoded += text.slice(from, match.index) + character
    from = match.index + match[0].length
  }
  decoded = from === 0 ? text : decoded + text.slice(from)
  const half = /\p{Surrogate}/u.exec(decoded)
  if (half === null) return decoded
  warn('badCharacterReference', offset, { entity: `&#x${half[0].charCodeAt(0).toString(16)};` })
  return decoded.replace(/\p{Surrogate}/gu, '\ufffd')
}

/** What a reference stands for, null where it is left as it is. */
function resolve([whole, hex, decimal, name]: RegExpExecArray, offset: number, warn: Warn): string | null {
  if (name !== undefined && Object.hasOwn(ENTITIES, name)) return ENTITIES[name] ?? null
  const digits = hex ?? decimal
  const code = digits === undefined ? 0 : Number.parseInt(digits, hex === undefined ? 10 : 16)
  if (code >= 1 && code <= 0x10ffff) return code <= 0xffff ? String.fromCharCode(code) : String.fromCodePoint(code)
  if (name !== undefined) warn('unknownEntity', offset, { entity: whole })
  else if (digits === undefined) warn('rawAmpersand', offset)
  else warn('badCharacterReference', offset, { entity: whole })
  return null
}

/** Characters that no XML 1.0 document may hold, escaped or not. */
const ILLEGAL = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu

/** Whether a text can be sent at all: XML 1.0 has no way to write these characters. */
export function hasIllegalXmlCharacters(text: string): boolean {
  return text.search(ILLEGAL) >= 0
}

const NEEDS_ESCAPE = /[&<>"]|[^\t\n\x20-\x7e]/u
const ESCAPE = /[&<>"]|[^\t\n\x20-\x7e]/gu
const NAMED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/**
 * Escapes text for an element or attribute: all but decimal 9-10 and 32-126 leave as numeric character references
 * (TR-069 3.4.1), illegal characters are dropped.
 */
export function escapeText(text: string): string {
  if (!NEEDS_ESCAPE.test(text)) return text
  return text.replace(ILLEGAL, '').replace(ESCAPE, (character) => NAMED[character] ?? `&#${character.codePointAt(0)};`)
}
