/** An element with what stands in it. */
export interface XmlElement {
  /** Local name, without its prefix. */
  name: string
  attributes: Readonly<Record<string, string>>
  children: XmlElement[]
  text: string
}

/** What is wrong with a file, and where (in UTF-16 units of its text). */
export class XmlError extends Error {
  readonly position: number

  constructor(message: string, position: number) {
    super(message)
    this.name = 'XmlError'
    this.position = position
  }
}

/** Deeper nesting is no data model, and would only cost memory. */
const maxDepth = 100

const noAttributes: Readonly<Record<string, string>> = Object.freeze({})

/**
 * Reads XML into a tree, step by step, so that a large file never holds up what else runs. Strict: a data model is a file
 * that somebody published, and half of one would be worse than none. Elements named in `skip` are passed over with all in
 * them. Entities are the five of XML and character references; a DOCTYPE is not obeyed.
 */
export class XmlTreeReader {
  readonly #text: string
  readonly #skip: ReadonlySet<string>
  readonly #open: { element: XmlElement; start: number; tag: string }[] = []
  #at = 0
  #skipped = 0
  #root: XmlElement | null = null

  constructor(text: string, skip: Iterable<string> = []) {
    this.#text = text
    this.#skip = new Set(skip)
  }

  /** Reads on for about so many characters; true when the end was reached. Throws XmlError. */
  step(characters: number): boolean {
    const until = this.#at + characters
    while (this.#at < until) {
      const lower = this.#text.indexOf('<', this.#at)
      this.#takeText(lower < 0 ? this.#text.length : lower)
      if (lower < 0) return this.#finish()
      this.#takeMarkup(lower)
    }
    return false
  }

  /** The root element, once `step` has given true. */
  get root(): XmlElement {
    if (this.#root === null) throw new XmlError('there is no element', 0)
    return this.#root
  }

  /** 0..1. */
  get progress(): number {
    return this.#text.length === 0 ? 1 : this.#at / this.#text.length
  }

  #finish(): boolean {
    const open = this.#open.at(-1)
    if (open) throw new XmlError(`<${open.tag}> is never closed`, open.start)
    if (this.#root === null) throw new XmlError('there is no element', 0)
    return true
  }

  #takeText(end: number): void {
    const { element } = this.#open.at(-1) ?? {}
    if (end > this.#at) {
      if (element) {
        if (this.#skipped === 0) element.text += decodeEntities(this.#text.slice(this.#at, end), this.#at)
      } else if (/[^\s\uFEFF\0]/.test(this.#text.slice(this.#at, end)))
        throw new XmlError('text stands outside the root element', this.#at)
    }
    this.#at = end
  }

  #takeMarkup(start: number): void {
    const text = this.#text
    if (text.startsWith('<!--', start)) this.#at = this.#after('-->', start, 'a comment')
    else if (text.startsWith('<![CDATA[', start)) {
      const end = this.#after(']]>', start, 'a CDATA section')
      const open = this.#open.at(-1)
      if (open && this.#skipped === 0) open.element.text += text.slice(start + 9, end - 3)
      this.#at = end
    } else if (text.startsWith('<?', start)) this.#at = this.#after('?>', start, 'a processing instruction')
    else if (text.startsWith('<!', start)) this.#at = this.#afterDoctype(start)
    else if (text.startsWith('</', start)) this.#takeClose(start)
    else this.#takeOpen(start)
  }

  #after(mark: string, start: number, what: string): number {
    const at = this.#text.indexOf(mark, start)
    if (at < 0) throw new XmlError(`${what} is never closed`, start)
    return at + mark.length
  }

  #afterDoctype(start: number): number {
    const bracket = this.#text.indexOf('[', start)
    const end = this.#after('>', start, 'a declaration')
    return bracket >= 0 && bracket < end ? this.#after(']>', bracket, 'a declaration') : end
  }

  #takeClose(start: number): void {
    const end = this.#after('>', start, 'an end tag')
    const tag = this.#text.slice(start + 2, end - 1).trim()
    const open = this.#open.pop()
    if (!open) throw new XmlError(`</${tag}> closes nothing`, start)
    if (open.tag !== tag) throw new XmlError(`</${tag}> stands where </${open.tag}> is due`, start)
    if (this.#skipped > 0) this.#skipped -= 1
    this.#at = end
  }

  #takeOpen(start: number): void {
    const text = this.#text
    const end = endOfTag(text, start)
    if (end < 0) throw new XmlError('a tag is never closed', start)
    const isEmpty = text.charCodeAt(end - 1) === 0x2f
    const nameEnd = endOfName(text, start + 1, isEmpty ? end - 1 : end)
    const tag = text.slice(start + 1, nameEnd)
    if (!/^[A-Za-z_]/.test(tag)) throw new XmlError('< is not followed by a name', start)
    const name = tag.slice(tag.indexOf(':') + 1)
    const isSkipped = this.#skipped > 0 || this.#skip.has(name)
    const attributes = isSkipped ? noAttributes : attributesOf(text.slice(nameEnd, isEmpty ? end - 1 : end), nameEnd)
    const element: XmlElement = { name, attributes, children: [], text: '' }
    const parent = this.#open.at(-1)
    if (parent) {
      if (!isSkipped) parent.element.children.push(element)
    } else if (this.#root) throw new XmlError('there are two root elements', start)
    else this.#root = element
    if (!isEmpty) {
      if (this.#open.length >= maxDepth) throw new XmlError('elements stand too deep in each other', start)
      this.#open.push({ element, start, tag })
      if (isSkipped) this.#skipped += 1
    }
    this.#at = end + 1
  }
}

/** The `>` that ends a tag, past any in attribute values; -1 where there is none. */
function endOfTag(text: string, start: number): number {
  let quote = 0
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === 0x22 || code === 0x27) quote = code
    else if (code === 0x3e) return at
    else if (code === 0x3c) return -1
  }
  return -1
}

function endOfName(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) <= 0x20) return at
  return end
}

const attribute = /\s+([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y

function attributesOf(text: string, position: number): Readonly<Record<string, string>> {
  if (text.trim() === '') return noAttributes
  const found: Record<string, string> = Object.create(null)
  attribute.lastIndex = 0
  let end = 0
  for (let match = attribute.exec(text); match; match = attribute.exec(text)) {
    const [, name = '', double, single] = match
    found[name.slice(name.indexOf(':') + 1)] = decodeEntities(double ?? single ?? '', position)
    end = attribute.lastIndex
  }
  if (text.slice(end).trim() !== '') throw new XmlError('an attribute is malformed', position + end)
  return found
}

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function decodeEntities(text: string, position: number): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,16}));|&/gi,
    (whole, decimal, hex, name, offset: number) => {
      if (name !== undefined) {
        const character = named[name]
        if (character !== undefined) return character
      } else if (whole !== '&') {
        const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
        if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code)
      }
      throw new XmlError(`${whole} is no character reference of XML`, position + offset)
    },
  )
}
