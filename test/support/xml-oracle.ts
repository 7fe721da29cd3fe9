/** fast-xml-parser as an independent reader of well-formed XML, in the shape the scanner's tree has. */
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { XmlElement } from '../../src-main/cwmp/codec/xml-tree.ts'

/** What both readers must agree on: text counts in leaves only. */
export interface PlainElement {
  name: string
  attributes: Record<string, string>
  children: PlainElement[]
  text: string
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
})

type Node = Record<string, Node[] | Record<string, string> | string>

export function isWellFormed(xml: string): boolean {
  return XMLValidator.validate(xml) === true
}

/** The root element as fast-xml-parser reads it. */
export function readWithOracle(xml: string): PlainElement {
  const nodes = parser.parse(xml) as Node[]
  const root = nodes.map(toPlain).find((element) => element !== undefined)
  if (root === undefined) throw new Error('no root element')
  return root
}

function toPlain(node: Node): PlainElement | undefined {
  const name = Object.keys(node).find((key) => key !== ':@')
  if (name === undefined || name === '#text') return undefined
  const content = node[name] as Node[]
  const children = content.map(toPlain).filter((child) => child !== undefined)
  const text = children.length > 0 ? '' : content.map((child) => child['#text'] ?? '').join('')
  const attributes = (':@' in node ? node[':@'] : {}) as Record<string, string>
  return { name, attributes, children, text }
}

/** The scanner's tree in the same shape. */
export function plainOf(element: XmlElement): PlainElement {
  return {
    name: element.prefix === '' ? element.name : `${element.prefix}:${element.name}`,
    attributes: Object.fromEntries(element.attributes.map(({ name, value }) => [name, value])),
    children: element.children.map(plainOf),
    text: element.children.length > 0 ? '' : element.text,
  }
}
