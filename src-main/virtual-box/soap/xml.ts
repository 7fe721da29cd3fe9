/** The box's own small XML reader and writer; strict about well-formedness, as box firmware is. */

export interface XmlElement {
  /** Local name. */
  readonly name: string
  /** Namespace URI, empty when none is bound. */
  readonly namespace: string
  /** Attributes by local name; the `xmlns` ones are left out. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** Character data of this element alone, not trimmed. */
  readonly text: string
}

/** A document that is not well-formed; `offset` counts characters from its start. */
export class XmlError extends Error {
  readonly offset: number

  constructor(message: string, offset: number) {
    super(`${message} at character ${offset}`)
    this.offset = offset
  }
}

interface Open {
  readonly qualifiedName: string
  readonly name: string
  readonly namespace: string
  readonly prefixes: ReadonlyMap<string, string>
  readonly attributes: ReadonlyMap<string, string>
  readonly children: XmlElement[]
  text: string
}

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^>]*>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)/y
const ATTRIBUTE = /\s+([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y

/** Reads one document and returns its root element; throws XmlError. Entities other than the five of XML are refused. */
export function parseXml(source: string): XmlElement {
  const stack: Open[] = []
  let root: XmlElement | undefined
  let at = source.startsWith('\uFEFF') ? 1 : 0
  while (at < source.length) {
    TOKEN.lastIndex = at
    const token = TOKEN.exec(source)
    if (token === null) {
      throw new XmlError('not well-formed', at)
    }
    const [whole, cdata, closing, opening, attributes, selfClosing, characters] = token
    const top = stack.at(-1)
    if (opening !== undefined) {
      if (root !== undefined) {
        throw new XmlError('content after the root element', at)
      }
      const open = openElement(opening, attributes ?? '', top?.prefixes ?? new Map(), at)
      if (selfClosing === '/') {
        root = attach(stack, open)
      } else {
        stack.push(open)
      }
    } else if (closing !== undefined) {
      const open = stack.pop()
      if (open?.qualifiedName !== closing) {
        throw new XmlError(`unexpected end tag ${closing}`, at)
      }
      root = attach(stack, open)
    } else if (characters !== undefined || cdata !== undefined) {
      const text = cdata ?? decodeEntities(characters ?? '', at)
      if (top !== undefined) {
        top.text += text
      } else if (text.trim() !== '') {
        throw new XmlError('text outside the root element', at)
      }
    }
    at += whole.length
  }
  if (root === undefined || stack.length > 0) {
    throw new XmlError('document is cut short', at)
  }
  return root
}

function openElement(
  qualifiedName: string,
  source: string,
  inherited: ReadonlyMap<string, string>,
  offset: number,
): Open {
  const prefixes = new Map(inherited)
  const attributes = new Map<string, string>()
  const trimmed = source.trimEnd()
  let at = 0
  while (at < trimmed.length) {
    ATTRIBUTE.lastIndex = at
    const match = ATTRIBUTE.exec(trimmed)
    if (match === null) {
      throw new XmlError(`bad attribute in ${qualifiedName}`, offset)
    }
    const [whole, name = '', double, single] = match
    const value = decodeEntities(double ?? single ?? '', offset)
    if (name === 'xmlns' || name.startsWith('xmlns:')) {
      prefixes.set(name.slice(6), value)
    } else {
      attributes.set(localName(name), value)
    }
    at += whole.length
  }
  const prefix = qualifiedName.includes(':') ? qualifiedName.split(':', 1)[0] : ''
  const namespace = prefixes.get(prefix ?? '')
  if (prefix !== '' && namespace === undefined) {
    throw new XmlError(`prefix of ${qualifiedName} is not declared`, offset)
  }
  return {
    qualifiedName,
    name: localName(qualifiedName),
    namespace: namespace ?? '',
    prefixes,
    attributes,
    children: [],
    text: '',
  }
}

function attach(stack: readonly Open[], { name, namespace, attributes, children, text }: Open): XmlElement | undefined {
  const element = { name, namespace, attributes, children, text }
  const parent = stack.at(-1)
  if (parent === undefined) {
    return element
  }
  parent.children.push(element)
  return undefined
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function decodeEntities(source: string, offset: number): string {
  return source.replace(/&([^;\s]*);?/g, (whole, name: string) => {
    const numeric = /^#(?:x([0-9a-fA-F]+)|(\d+))$/.exec(name)
    if (numeric !== null) {
      return String.fromCodePoint(Number.parseInt(numeric[1] ?? numeric[2] ?? '', numeric[1] === undefined ? 10 : 16))
    }
    const text = whole.endsWith(';') ? ENTITIES[name] : undefined
    if (text === undefined) {
      throw new XmlError(`unknown entity ${whole}`, offset)
    }
    return text
  })
}

/** The part of a qualified name after its prefix. */
export const localName = (qualifiedName: string): string => qualifiedName.slice(qualifiedName.indexOf(':') + 1)

export const childOf = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((child) => child.name === name)

const ESCAPES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' }

/** Character data or an attribute value, with what XML cannot hold left out. */
export const escapeXml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/[<>&"]/g, (character) => ESCAPES[character] ?? character)

/** An element; `content` is XML already, `attributes` is written as given. */
export const tag = (name: string, content: string, attributes = ''): string =>
  `<${name}${attributes === '' ? '' : ` ${attributes}`}>${content}</${name}>`

/** An element that holds text. */
export const leaf = (name: string, text: string | number, attributes = ''): string =>
  tag(name, escapeXml(String(text)), attributes)
