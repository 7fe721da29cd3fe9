import type { Warn } from './warnings.ts'
import { cleanText, isBlank, isNamePart, isNameStart, type Scan, takeAttributes } from './xml-scan.ts'
import type { XmlAttribute, XmlDocument, XmlElement } from './xml-tree.ts'

/** No envelope is nested deeper than about ten levels. */
const MAX_DEPTH = 64
/** Three times what a full answer of 100,000 parameters needs; an element costs some 100 bytes of memory. */
const MAX_ELEMENTS = 1_000_000

const NO_ATTRIBUTES: readonly XmlAttribute[] = []
const NO_CHILDREN: readonly XmlElement[] = []

/**
 * Elements that hold free text and never elements: inside them whatever does not end them is text, for boxes send
 * SSIDs and error texts they forgot to escape.
 */
const TEXT_ONLY = new Set([
  ...['Name', 'Value', 'string', 'Manufacturer', 'OUI', 'ProductClass', 'SerialNumber', 'EventCode', 'CommandKey'],
  ...['FaultString', 'ParameterName', 'URL', 'AnnounceURL', 'TransferURL', 'TargetFileName', 'FileType', 'OptionName'],
])

const BANG = 33
const SLASH = 47
const COLON = 58
const GREATER = 62
const QUESTION = 63

/**
 * Reads the first element of `source` into a tree, in one pass and linear time, without recursion. Well-formed input
 * is read as any parser would; the rest is mended as far as its sense is plain, with warnings. There is no DTD and no
 * entity but the five of XML.
 */
export function parseXml(source: string, warn: Warn): XmlDocument {
  const plain = !source.includes('&') && !source.includes('\r')
  const scan: Scan = {
    source,
    warn,
    plain,
    at: 0,
    open: [],
    names: [],
    root: undefined,
    elements: 0,
    limit: undefined,
    endless: undefined,
    absent: new Set(),
  }
  for (;;) {
    const tag = source.indexOf('<', scan.at)
    if (tag < 0 || scan.limit !== undefined) break
    if (tag > scan.at) takeText(scan, tag)
    const next = source.charCodeAt(tag + 1)
    if (next === SLASH) takeEndTag(scan, tag)
    else if (next === BANG) takeDeclaration(scan, tag)
    else if (next === QUESTION) skipInstruction(scan, tag)
    else takeStartTag(scan, tag)
    if (scan.root?.closed === true) return { kind: 'element', root: scan.root, end: scan.at }
  }
  if (scan.limit !== undefined) return { kind: 'problem', code: scan.limit, offset: scan.at }
  if (scan.root !== undefined) return { kind: 'element', root: scan.root, end: source.length }
  const begun = /<[A-Za-z?!]/.test(source)
  return { kind: 'problem', code: begun ? 'truncated' : 'notXml', offset: begun ? source.length : 0 }
}

function current(scan: Scan): XmlElement | undefined {
  return scan.open[scan.open.length - 1]
}

/** Text up to the next `<`; layout between elements is dropped, blanks in a leaf are not. */
function takeText(scan: Scan, end: number): void {
  const start = scan.at
  const element = current(scan)
  if (element === undefined) {
    if (!isBlank(scan.source, start, end)) scan.warn('leadingData', start)
    return
  }
  const isBeforeElement = isNameStart(scan.source.charCodeAt(end + 1)) && !TEXT_ONLY.has(element.name)
  if ((isBeforeElement || element.children.length > 0) && isBlank(scan.source, start, end)) return
  addText(scan, element, start, end)
}

function addText(scan: Scan, element: XmlElement, start: number, end: number): void {
  const text = cleanText(scan, start, end)
  element.text = element.text === '' ? text : element.text + text
}

function takeEndTag(scan: Scan, tag: number): void {
  const name = scan.names[scan.names.length - 1]
  if (name !== undefined) {
    const end = tag + 2 + name.length
    if (scan.source.charCodeAt(end) === GREATER && scan.source.startsWith(name, tag + 2)) {
      scan.at = end + 1
      close(scan)
      return
    }
  }
  takeDamagedEndTag(scan, tag)
}

function close(scan: Scan): void {
  scan.names.pop()
  const element = scan.open.pop()
  if (element !== undefined) element.closed = true
}

const END_TAG = /<\/\s*(?:[^\s<>=/:'"]*:)?([^\s<>=/:'"]*)([^<>]*)(>?)/y

/**
 * An end tag that is not exactly the expected one. It closes the nearest open element of its name; a name that is
 * not open closes a leaf (a misspelt end tag) and is ignored elsewhere.
 */
function takeDamagedEndTag(scan: Scan, tag: number): void {
  END_TAG.lastIndex = tag
  const [whole = '</', name = '', rest = '', greater] = END_TAG.exec(scan.source) ?? []
  const element = current(scan)
  const depth = scan.open.findLastIndex((ancestor) => ancestor.name === name)
  if (depth !== scan.open.length - 1 && element !== undefined && takeMarkupAsText(scan, element, tag)) return
  scan.at = tag + whole.length
  if (greater !== '>' && scan.at === scan.source.length) return
  if (depth < 0) {
    scan.warn('unmatchedEndTag', tag, { element: name })
    if (element?.children.length === 0) close(scan)
    return
  }
  if (rest.trim() !== '' || greater !== '>' || /^<\/\s/.test(whole)) scan.warn('damagedEndTag', tag, { element: name })
  while (scan.open.length - 1 > depth) {
    scan.warn('unclosedElement', current(scan)?.offset, { element: current(scan)?.name ?? '' })
    close(scan)
  }
  close(scan)
}

function takeDeclaration(scan: Scan, tag: number): void {
  const { source } = scan
  if (source.startsWith('<![CDATA[', tag)) {
    const end = findTerminator(scan, ']]>', tag + 9)
    const element = current(scan)
    if (end >= 0 && element !== undefined) element.text += source.slice(tag + 9, end).replace(/\r\n?/g, '\n')
    skipTo(scan, tag, end, 3)
  } else if (source.startsWith('<!--', tag)) {
    skipTo(scan, tag, findTerminator(scan, '-->', tag + 4), 3)
  } else if (/^<!doctype/i.test(source.slice(tag, tag + 9))) {
    scan.warn('doctypeIgnored', tag)
    const greater = findTerminator(scan, '>', tag)
    const bracket = source.lastIndexOf('[', greater)
    const subset = bracket > tag ? findTerminator(scan, ']', bracket) : -1
    skipTo(scan, tag, subset < 0 ? greater : findTerminator(scan, '>', subset), 1)
  } else {
    takeLiteral(scan, tag)
  }
}

function skipInstruction(scan: Scan, tag: number): void {
  if (tag > 0 && scan.source.startsWith('<?xml ', tag)) scan.warn('declarationNotFirst', tag)
  skipTo(scan, tag, findTerminator(scan, '?>', tag), 2)
}

/** Where a construct ends; -1 where it never does. */
function findTerminator(scan: Scan, terminator: string, from: number): number {
  if (scan.absent.has(terminator)) return -1
  const end = scan.source.indexOf(terminator, from)
  if (end < 0) scan.absent.add(terminator)
  return end
}

/** Goes on behind a construct; one that never ends was none. */
function skipTo(scan: Scan, tag: number, end: number, length: number): void {
  if (end < 0) takeLiteral(scan, tag)
  else scan.at = end + length
}

/** A `<` that begins nothing is text. */
function takeLiteral(scan: Scan, tag: number): void {
  scan.at = tag + 1
  const element = current(scan)
  if (element === undefined) {
    scan.warn('leadingData', tag)
    return
  }
  scan.warn('strayLessThan', tag)
  element.text += '<'
}

/** The text of a text-only element up to its own end tag, if that comes before another element of its name. */
function takeMarkupAsText(scan: Scan, element: XmlElement, tag: number): boolean {
  if (element.children.length > 0 || !TEXT_ONLY.has(element.name) || element === scan.endless) return false
  const ownTag = new RegExp(`<(/?)\\s*(?:[\\w.-]+:)?${element.name}(?![\\w.:-])`, 'g')
  ownTag.lastIndex = tag
  const found = ownTag.exec(scan.source)
  if (found?.[1] !== '/' || found.index === tag) {
    scan.endless = element
    return false
  }
  scan.warn('markupInText', tag, { element: element.name })
  addText(scan, element, tag, found.index)
  scan.at = found.index
  return true
}

function takeStartTag(scan: Scan, tag: number): void {
  const { source } = scan
  const parent = current(scan)
  if (!isNameStart(source.charCodeAt(tag + 1))) {
    takeLiteral(scan, tag)
    return
  }
  if (parent !== undefined && takeMarkupAsText(scan, parent, tag)) return

  let at = tag + 2
  let colon = -1
  let character = source.charCodeAt(at)
  while (isNamePart(character)) {
    if (character === COLON && colon < 0) colon = at
    character = source.charCodeAt(++at)
  }
  const written = source.slice(tag + 1, at)
  const element: XmlElement = {
    prefix: colon < 0 ? '' : source.slice(tag + 1, colon),
    name: colon < 0 ? written : source.slice(colon + 1, at),
    attributes: NO_ATTRIBUTES,
    children: NO_CHILDREN,
    text: '',
    offset: tag,
    closed: false,
  }
  scan.at = at
  if (character !== GREATER) element.attributes = takeAttributes(scan, element.name)
  character = source.charCodeAt(scan.at)
  const isEmpty = character === SLASH
  if (isEmpty) character = source.charCodeAt(++scan.at)
  if (character !== GREATER) {
    if (scan.at < source.length) takeLiteral(scan, tag)
    return
  }
  scan.at++
  open(scan, parent, element, written)
  if (isEmpty) close(scan)
}

function open(scan: Scan, parent: XmlElement | undefined, element: XmlElement, written: string): void {
  if (parent === undefined) scan.root = element
  else if (parent.children.length === 0) parent.children = [element]
  else (parent.children as XmlElement[]).push(element)
  scan.open.push(element)
  scan.names.push(written)
  scan.elements++
  if (scan.open.length > MAX_DEPTH) scan.limit = 'tooDeep'
  else if (scan.elements > MAX_ELEMENTS) scan.limit = 'tooLarge'
  else return
  scan.at = element.offset
}
