import type { AcsEnvelope, AcsMessage } from './messages.ts'
import { SOAP_ENCODING, SOAP_ENVELOPE, XSD, XSI } from './namespaces.ts'
import { ACS_RPCS, CPE_RPCS } from './registry.ts'
import { encodeFault } from './rpc/fault.ts'
import { escapeText } from './xml-text.ts'

/**
 * Writes an envelope in the one form all known boxes accept: no XML declaration, these very prefixes, the box's own
 * cwmp namespace, booleans as 1 and 0, pure ASCII. Characters that XML cannot hold are dropped.
 */
export function encodeEnvelope({ id, namespace, useVersion, message }: AcsEnvelope): string {
  const version =
    useVersion === undefined
      ? ''
      : `<cwmp:UseCWMPVersion SOAP-ENV:mustUnderstand="1">${useVersion}</cwmp:UseCWMPVersion>`
  const header = (id === null ? '' : `<cwmp:ID SOAP-ENV:mustUnderstand="1">${escapeText(id)}</cwmp:ID>`) + version
  return (
    `<SOAP-ENV:Envelope xmlns:SOAP-ENV="${SOAP_ENVELOPE}" xmlns:SOAP-ENC="${SOAP_ENCODING}"` +
    ` xmlns:xsd="${XSD}" xmlns:xsi="${XSI}" xmlns:cwmp="${escapeText(namespace)}">` +
    (header === '' ? '' : `<SOAP-ENV:Header>${header}</SOAP-ENV:Header>`) +
    `<SOAP-ENV:Body>${encodeMessage(message)}</SOAP-ENV:Body></SOAP-ENV:Envelope>`
  )
}

function encodeMessage(message: AcsMessage): string {
  if (message.name === 'Fault') return `<SOAP-ENV:Fault>${encodeFault(message)}</SOAP-ENV:Fault>`
  const encode = ENCODERS[message.name] as (message: AcsMessage) => string
  return `<cwmp:${message.name}>${encode(message)}</cwmp:${message.name}>`
}

/** The encoders of both directions by the name of the message they write. */
const ENCODERS = Object.fromEntries([
  ...Object.entries(ACS_RPCS).map(([name, rpc]) => [name, rpc.encode]),
  ...Object.entries(CPE_RPCS).map(([name, rpc]) => [`${name}Response`, rpc.encode]),
]) as Record<Exclude<AcsMessage['name'], 'Fault'>, unknown>
