import type { Warn } from './warnings.ts'

/** The five entities of XML; no others exist for us, whatever a DOCTYPE says. */
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const REFERENCE = /&(?:#x([0-9a-f]{1,8});|#([0-9]{1,10});|([a-z][\w.-]{0,31});)?/gi

/**
 * Resolves the five entities and character references; anything else after `&` stays text, with a warning.
 * A character reference may name half of a surrogate pair, as Java senders write them.
 */
export function decodeReferences(text: string, offset: number, warn: Warn): string {
  const decoded = text.replace(REFERENCE, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) {
      if (Object.hasOwn(ENTITIES, name)) return ENTITIES[name] ?? whole
      warn('unknownEntity', offset, { entity: whole })
      return whole
    }
    const digits = hex ?? decimal
    if (digits === undefined) {
      warn('rawAmpersand', offset)
      return whole
    }
    const code = Number.parseInt(digits, hex === undefined ? 10 : 16)
    if (code >= 1 && code <= 0xffff) return String.fromCharCode(code)
    if (code > 0xffff && code <= 0x10ffff) return String.fromCodePoint(code)
    warn('badCharacterReference', offset, { entity: whole })
    return whole
  })
  const half = /\p{Surrogate}/u.exec(decoded)
  if (half === null) return decoded
  warn('badCharacterReference', offset, { entity: `&#x${half[0].charCodeAt(0).toString(16)};` })
  return decoded.replace(/\p{Surrogate}/gu, '\ufffd')
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
