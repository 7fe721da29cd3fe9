import type { CwmpVersion } from '../model/spec.ts'
import { escapeXml, leaf, tag } from './xml.ts'

export const SOAP_ENVELOPE = 'http://schemas.xmlsoap.org/soap/envelope/'
const SOAP_ENCODING = 'http://schemas.xmlsoap.org/soap/encoding/'
const XSD = 'http://www.w3.org/2001/XMLSchema'
const XSI = 'http://www.w3.org/2001/XMLSchema-instance'

/** Namespaces on the wire; Amendments 4 and 5 kept that of 1.2 (spec 01, section 1). */
export const NAMESPACES: Readonly<Record<CwmpVersion, string>> = {
  '1.0': 'urn:dslforum-org:cwmp-1-0',
  '1.1': 'urn:dslforum-org:cwmp-1-1',
  '1.2': 'urn:dslforum-org:cwmp-1-2',
  '1.3': 'urn:dslforum-org:cwmp-1-2',
  '1.4': 'urn:dslforum-org:cwmp-1-2',
}

/** What goes into the SOAP header of an envelope. */
export interface HeaderItems {
  /** cwmp:ID; absent when undefined. */
  readonly id?: string | undefined
  /** How mustUnderstand of the ID is written. */
  readonly mustUnderstand?: string
  /** More header elements, XML. */
  readonly extra?: string
}

/** A whole SOAP 1.1 envelope around one body element. */
export function envelope(namespace: string, header: HeaderItems, body: string): string {
  const id =
    header.id === undefined
      ? ''
      : leaf('cwmp:ID', header.id, `soap:mustUnderstand="${escapeXml(header.mustUnderstand ?? '1')}"`)
  const declarations =
    `xmlns:soap="${SOAP_ENVELOPE}" xmlns:soap-enc="${SOAP_ENCODING}" ` +
    `xmlns:xsd="${XSD}" xmlns:xsi="${XSI}" xmlns:cwmp="${namespace}"`
  return `<?xml version="1.0" encoding="UTF-8"?>\n${tag(
    'soap:Envelope',
    tag('soap:Header', `${id}${header.extra ?? ''}`) + tag('soap:Body', body),
    declarations,
  )}`
}

/** A SOAP array with its arrayType (spec 02, section 3). */
export const array = (name: string, type: string, members: readonly string[]): string =>
  tag(name, members.join(''), `soap-enc:arrayType="${type}[${members.length}]"`)

export const strings = (name: string, members: readonly string[]): string =>
  array(
    name,
    'xsd:string',
    members.map((member) => leaf('string', member)),
  )
