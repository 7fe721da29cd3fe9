import { CpeFault } from '../faults.ts'
import { childOf, type XmlElement } from '../soap/xml.ts'

/** Reading of RPC arguments; whatever is missing or too long is fault 9003. */

function argument(args: XmlElement, name: string): XmlElement {
  const found = childOf(args, name)
  if (found === undefined) {
    throw new CpeFault(9003, `${name} is missing`)
  }
  return found
}

export function textArgument(args: XmlElement, name: string, longest: number): string {
  const { text } = argument(args, name)
  if (text.length > longest) {
    throw new CpeFault(9003, `${name} is longer than ${longest}`)
  }
  return text
}

/** An argument that may be left out. */
export const optionalText = (args: XmlElement, name: string): string => childOf(args, name)?.text ?? ''

export function numberArgument(args: XmlElement, name: string): number {
  const text = argument(args, name).text.trim()
  if (!/^-?\d+$/.test(text)) {
    throw new CpeFault(9003, `${name} is not a number`)
  }
  return Number(text)
}

export function booleanArgument(args: XmlElement, name: string): boolean {
  const text = argument(args, name).text.trim()
  if (!['0', '1', 'true', 'false'].includes(text)) {
    throw new CpeFault(9003, `${name} is not a boolean`)
  }
  return text === '1' || text === 'true'
}

/** Texts of the members of an array. */
export const listArgument = (args: XmlElement, name: string): string[] =>
  argument(args, name).children.map((child) => child.text)

/** Members of an array of structs. */
export const structsArgument = (args: XmlElement, name: string): readonly XmlElement[] => argument(args, name).children
