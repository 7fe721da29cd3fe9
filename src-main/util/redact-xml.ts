import { isSecret, mayNameSecret } from '#shared/dictionary/secret.ts'
import { mask } from './secret-names.ts'

/** A tag or other markup found in the text; `start` is its `<`, `end` the index after its `>`; names in lower case. */
interface Markup {
  kind: 'open' | 'close' | 'empty' | 'other'
  localName: string
  start: number
  end: number
}

/** From where to where the text of an element goes. */
interface Range {
  start: number
  end: number
}

/**
 * Masks secret values in XML text. A forward scan and not a parser: bodies come truncated, malformed and in any
 * prefix, and still must not reach the trace with a password in them. Value may stand before or after its Name.
 */
export function maskXml(xml: string): string {
  // Most bodies hold no secret; only escapes and sections could hide a name from a plain search.
  if (!mayNameSecret(xml) && !xml.includes('&#') && !xml.includes('<![')) return xml
  const hidden: Range[] = []
  let name: string | null = null
  let value: Range | null = null
  let position = 0
  for (let tag = nextMarkup(xml, 0); tag !== null; tag = nextMarkup(xml, position)) {
    position = tag.end
    if (tag.localName === 'parametervaluestruct') {
      name = null
      value = null
    }
    if (tag.kind !== 'open' || !watched.has(tag.localName)) continue
    const content = contentOf(xml, tag)
    position = content.end
    if (tag.localName === 'password') hidden.push(content)
    if (tag.localName === 'name') {
      if (name !== null && value !== null) value = null
      name = plainText(xml.slice(content.start, content.end))
    }
    if (tag.localName === 'value') {
      if (name !== null && value !== null) name = null
      value = content
    }
    if (name !== null && value !== null && isSecret(name) && hidden.at(-1) !== value) hidden.push(value)
  }
  return hide(xml, hidden)
}

const watched = new Set(['name', 'value', 'password'])

function hide(xml: string, ranges: Range[]): string {
  const parts: string[] = []
  let from = 0
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    if (xml.slice(start, end).trim() === '') continue
    parts.push(xml.slice(from, start), mask)
    from = end
  }
  return parts.length === 0 ? xml : parts.join('') + xml.slice(from)
}

/** The text of an element; the rest of the document where it never ends. */
function contentOf(xml: string, open: Markup): Range {
  for (let tag = nextMarkup(xml, open.end); tag !== null; tag = nextMarkup(xml, tag.end))
    if (endsContent(open.localName, tag)) return { start: open.end, end: tag.start }
  return { start: open.end, end: xml.length }
}

/** A secret goes on to its own end tag, whatever stands in it; a name has no markup, and must not swallow its value. */
function endsContent(localName: string, tag: Markup): boolean {
  if (tag.kind === 'other') return false
  return (
    localName === 'name' ||
    tag.localName === 'parametervaluestruct' ||
    (tag.kind === 'close' && tag.localName === localName)
  )
}

function nextMarkup(xml: string, from: number): Markup | null {
  const start = xml.indexOf('<', from)
  if (start < 0) return null
  for (const [opening, closing] of sections)
    if (xml.startsWith(opening, start)) return { kind: 'other', localName: '', start, end: after(xml, closing, start) }
  const end = after(xml, '>', start)
  const isClose = xml.charCodeAt(start + 1) === 47
  const kind = isClose ? 'close' : xml.charCodeAt(end - 2) === 47 ? 'empty' : 'open'
  return { kind, localName: localNameAt(xml, start + (isClose ? 2 : 1), end), start, end }
}

const sections = [
  ['<![CDATA[', ']]>'],
  ['<!--', '-->'],
] as const

function after(xml: string, closing: string, from: number): number {
  const found = xml.indexOf(closing, from)
  return found < 0 ? xml.length : found + closing.length
}

/** Longer names are nobody's, and need no reading to their end. */
const maxNameLength = 128

function localNameAt(xml: string, from: number, end: number): string {
  const text = xml.slice(from, Math.min(end, from + maxNameLength))
  const name = /^[^\s/>]*/.exec(text)?.[0] ?? ''
  return name.slice(name.lastIndexOf(':') + 1).toLowerCase()
}

function plainText(content: string): string {
  return content
    .replace(/<!\[CDATA\[|\]\]>/g, '')
    .replace(/&#(x?)([0-9a-f]{1,6});/gi, (_, hex: string, digits: string) => {
      const code = Number.parseInt(digits, hex === '' ? 10 : 16)
      return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : ''
    })
    .trim()
}
