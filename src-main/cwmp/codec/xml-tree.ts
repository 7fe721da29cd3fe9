export interface XmlAttribute {
  /** As written, with its prefix. */
  name: string
  value: string
}

export interface XmlElement {
  prefix: string
  /** Local name. */
  name: string
  attributes: readonly XmlAttribute[]
  children: readonly XmlElement[]
  /** Own text, references resolved; blanks count. */
  text: string
  /** Of its `<`, in characters. */
  offset: number
  /** false where the body ended inside it. */
  closed: boolean
}

/** `end` is the character offset behind the root; offsets of problems count characters, too. */
export type XmlDocument =
  | { kind: 'element'; root: XmlElement; end: number }
  | { kind: 'problem'; code: 'notXml' | 'truncated' | 'tooDeep' | 'tooLarge'; offset: number }

/** The first child of a local name. */
export function findChild(element: XmlElement, name: string): XmlElement | undefined {
  for (const child of element.children) if (child.name === name) return child
  return undefined
}

/** The first attribute of a local name, whatever its prefix. */
export function findAttribute(element: XmlElement, name: string): XmlAttribute | undefined {
  for (const attribute of element.attributes) {
    if (attribute.name.endsWith(name) && localName(attribute.name) === name) return attribute
  }
  return undefined
}

/** The part behind the prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
