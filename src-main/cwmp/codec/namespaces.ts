import type { Warn } from './warnings.ts'
import type { XmlElement } from './xml-tree.ts'

/** Namespaces of an envelope (spec 01 section 1); we send exactly these. */
export const SOAP_ENVELOPE = 'http://schemas.xmlsoap.org/soap/envelope/'
export const SOAP_ENCODING = 'http://schemas.xmlsoap.org/soap/encoding/'
export const XSD = 'http://www.w3.org/2001/XMLSchema'
export const XSI = 'http://www.w3.org/2001/XMLSchema-instance'
const SOAP_12 = 'http://www.w3.org/2003/05/soap-envelope'

/** The published cwmp namespaces. CWMP 1.3 and 1.4 keep that of 1.2. */
export const CWMP_NAMESPACES = [
  'urn:dslforum-org:cwmp-1-0',
  'urn:dslforum-org:cwmp-1-1',
  'urn:dslforum-org:cwmp-1-2',
] as const

const WELL_KNOWN: readonly string[] = [SOAP_ENVELOPE, SOAP_ENCODING, XSD, XSI]
const OTHER_FORMS = /^(?:https?:\/\/schemas\.xmlsoap\.org\/soap\/|http:\/\/www\.w3\.org\/(?:1999|2000|2001)\/XMLSchema)/

/** The namespace declarations of an envelope's outer elements. */
export interface Namespaces {
  /** URI of a prefix; '' is the default namespace. */
  uriOf(prefix: string): string | undefined
  /** Whether the prefix of an attribute name on an element stands for the SOAP encoding namespace. */
  isEncoding(attribute: string, element: XmlElement): boolean
  /** Warns, once for each prefix, when one was not declared. */
  require(prefix: string, element: XmlElement, warn: Warn): void
  /** The namespace of the message, as written; null where none is declared. */
  cwmp(prefix: string): string | null
}

/** Collects the declarations of the elements around a message, outermost first. */
export function readNamespaces(elements: readonly XmlElement[], warn: Warn): Namespaces {
  const declared = new Map<string, string>([['xml', 'http://www.w3.org/XML/1998/namespace']])
  for (const element of elements) {
    for (const { name, value } of element.attributes) {
      if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
      const prefix = name.slice('xmlns:'.length)
      declared.set(prefix, value)
      if (value === SOAP_12) warn('soap12', element.offset)
      else if (!WELL_KNOWN.includes(value) && OTHER_FORMS.test(value)) {
        warn('namespaceVariant', element.offset, { prefix, namespace: value })
      }
    }
  }
  const reported = new Set<string>()
  return {
    uriOf: (prefix) => declared.get(prefix),
    isEncoding: (attribute, element) => {
      const prefix = attribute.slice(0, Math.max(0, attribute.indexOf(':')))
      const own = element.attributes.find(({ name }) => name === `xmlns:${prefix}`)?.value
      const uri = own ?? declared.get(prefix)
      return uri === SOAP_ENCODING || uri === SOAP_ENCODING.slice(0, -1)
    },
    require: (prefix, element, warnOnce) => {
      if (prefix === '' || declared.has(prefix) || reported.has(prefix)) return
      if (element.attributes.some(({ name }) => name === `xmlns:${prefix}`)) return
      reported.add(prefix)
      warnOnce('undeclaredPrefix', element.offset, { prefix })
    },
    cwmp: (prefix) => {
      const own = declared.get(prefix)
      if (own !== undefined && own !== '' && !WELL_KNOWN.includes(own) && own !== SOAP_12) return own
      return [...declared.values()].find((uri) => /^urn:(?:dslforum|broadband-forum)-org:cwmp/.test(uri)) ?? null
    },
  }
}
