import { SOAP_ENVELOPE } from './envelope.ts'
import { childOf, parseXml, type XmlElement } from './xml.ts'

/** What the ACS put into one HTTP response. */
export type AcsMessage =
  | { readonly kind: 'empty' }
  | AcsEnvelope
  | { readonly kind: 'fault'; readonly code: number; readonly text: string; readonly header: AcsHeader }

/** An RPC of the ACS, or its answer to one of the box. */
export interface AcsEnvelope {
  readonly kind: 'request' | 'response'
  readonly method: string
  readonly body: XmlElement
  readonly namespace: string
  readonly header: AcsHeader
}

export interface AcsHeader {
  readonly id: string | undefined
  readonly holdRequests: boolean
  readonly useVersion: string | undefined
  /** A header element with mustUnderstand that the box does not know. */
  readonly notUnderstood: string | undefined
}

/** A message that the box cannot take as SOAP 1.1; the session fails. */
export class ProtocolError extends Error {}

const KNOWN_HEADERS = ['ID', 'HoldRequests', 'NoMoreRequests', 'UseCWMPVersion', 'SessionTimeout']

/** Reads the body of an HTTP response; throws ProtocolError or XmlError. */
export function decodeAcsMessage(source: string): AcsMessage {
  if (source.trim() === '') {
    return { kind: 'empty' }
  }
  const root = parseXml(source)
  if (root.name !== 'Envelope' || root.namespace !== SOAP_ENVELOPE) {
    throw new ProtocolError(`not a SOAP 1.1 envelope: ${root.name} of ${root.namespace}`)
  }
  const body = childOf(root, 'Body')
  const content = body?.children[0]
  if (content === undefined) {
    return { kind: 'empty' }
  }
  const header = decodeHeader(childOf(root, 'Header'))
  if (content.name === 'Fault') {
    const detail = childOf(childOf(content, 'detail') ?? content, 'Fault')
    return {
      kind: 'fault',
      code: Number(detail === undefined ? 0 : (childOf(detail, 'FaultCode')?.text ?? 0)),
      text: (detail && childOf(detail, 'FaultString')?.text) ?? childOf(content, 'faultstring')?.text ?? '',
      header,
    }
  }
  const isResponse = content.name.endsWith('Response')
  return {
    kind: isResponse ? 'response' : 'request',
    method: isResponse ? content.name.slice(0, -'Response'.length) : content.name,
    body: content,
    namespace: content.namespace,
    header,
  }
}

function decodeHeader(header: XmlElement | undefined): AcsHeader {
  const items = header?.children ?? []
  const text = (name: string) => items.find((item) => item.name === name)?.text.trim()
  return {
    id: text('ID'),
    holdRequests: ['1', 'true'].includes(text('HoldRequests') ?? ''),
    useVersion: text('UseCWMPVersion'),
    notUnderstood: items.find(
      (item) =>
        ['1', 'true'].includes(item.attributes.get('mustUnderstand') ?? '') && !KNOWN_HEADERS.includes(item.name),
    )?.name,
  }
}
