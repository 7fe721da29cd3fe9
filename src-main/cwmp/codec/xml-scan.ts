import type { Warn } from './warnings.ts'
import { decodeReferences } from './xml-text.ts'
import type { XmlAttribute, XmlElement } from './xml-tree.ts'

/** All characters up to this one count as blanks. */
const SPACE = 32
const SLASH = 47
const COLON = 58
const QUOTE = 34
const APOSTROPHE = 39
const LESS = 60
const EQUALS = 61
const GREATER = 62
/** No tag of an envelope has more than about ten. */
const MAX_ATTRIBUTES = 64

/** Where a scanner stands in a body. */
export interface Scan {
  readonly source: string
  readonly warn: Warn
  /** No `&` and no CR in the whole body: text can be taken as it stands. */
  readonly plain: boolean
  /** Where to go on reading. */
  at: number
  /** Open elements, outermost first, and their names as written. */
  readonly open: XmlElement[]
  readonly names: string[]
  root: XmlElement | undefined
  elements: number
  /** Set when a limit is passed; reading stops there. */
  limit: 'tooDeep' | 'tooLarge' | undefined
  /** A text-only element whose own end tag was looked for in vain: asking again would cost quadratic time. */
  endless: XmlElement | undefined
  /** Terminators known to occur no more, for the same reason. */
  readonly absent: Set<string>
}

/** Text between two places, line ends and references resolved. */
export function cleanText(scan: Scan, start: number, end: number): string {
  const text = scan.source.slice(start, end)
  if (scan.plain) return text
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  return lines.includes('&') ? decodeReferences(lines, start, scan.warn) : lines
}

/** Whether nothing but blanks and byte order marks stands between two places. */
export function isBlank(source: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if (source.charCodeAt(at) > SPACE && source.charCodeAt(at) !== 0xfeff) return false
  }
  return true
}

/** Whether a name may begin with this character; all beyond ASCII may. */
export function isNameStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === COLON || code > 127
}

/** Whether a name may go on with this character. */
export function isNamePart(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 45 && code <= COLON && code !== SLASH) ||
    code === 95 ||
    code > 127
  )
}

/**
 * Attributes up to `>`, `/>` or whatever cannot belong to a tag. Takes both quotes, none at all, `>` within quotes and
 * attributes without a value; of two with the same name the first counts.
 */
export function takeAttributes(scan: Scan, element: string): readonly XmlAttribute[] {
  const { source } = scan
  const attributes: XmlAttribute[] = []
  for (;;) {
    let character = source.charCodeAt(scan.at)
    while (character <= SPACE) character = source.charCodeAt(++scan.at)
    if (!isNamePart(character)) {
      if (character !== EQUALS && character !== QUOTE && character !== APOSTROPHE) break
      scan.warn('damagedTag', scan.at++, { element })
      continue
    }
    const start = scan.at
    while (isNamePart(character)) character = source.charCodeAt(++scan.at)
    const name = source.slice(start, scan.at)
    while (character <= SPACE) character = source.charCodeAt(++scan.at)
    if (character !== EQUALS) {
      scan.warn('damagedTag', start, { element })
      continue
    }
    scan.at++
    const value = takeAttributeValue(scan, element)
    if (value === undefined) break
    if (attributes.length >= MAX_ATTRIBUTES) scan.warn('damagedTag', start, { element })
    else if (attributes.length > 0 && attributes.some((known) => known.name === name)) {
      scan.warn('duplicateAttribute', start, { element, attribute: name })
    } else attributes.push({ name, value })
  }
  return attributes
}

function takeAttributeValue(scan: Scan, element: string): string | undefined {
  const { source } = scan
  let character = source.charCodeAt(scan.at)
  while (character <= SPACE) character = source.charCodeAt(++scan.at)
  if (character === QUOTE || character === APOSTROPHE) {
    const start = ++scan.at
    const quote = character
    character = source.charCodeAt(start)
    // A quote that is never closed ends at the next tag, which also keeps this linear.
    while (character !== quote && character !== LESS && scan.at < source.length)
      character = source.charCodeAt(++scan.at)
    if (character !== quote) return undefined
    return cleanText(scan, start, scan.at++)
  }
  scan.warn('damagedTag', scan.at, { element })
  const start = scan.at
  while (character > SPACE && character !== GREATER && character !== LESS) character = source.charCodeAt(++scan.at)
  return source.slice(start, scan.at)
}
