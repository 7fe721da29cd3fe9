import { nearestWord } from '#shared/cwmp/spelling.ts'
import { parseBoolean } from '#shared/cwmp/values.ts'
import type { CpeEnvelope, CpeMessage, CwmpVersion } from './messages.ts'
import { CWMP_NAMESPACES, type Namespaces, readNamespaces } from './namespaces.ts'
import { type Context, splitName } from './read.ts'
import { ACS_RPCS, CPE_RPCS } from './registry.ts'
import { decodeFault } from './rpc/fault.ts'
import { CWMP_VERSIONS } from './version.ts'
import type { Warn } from './warnings.ts'
import { findAttribute, findChild, type XmlElement } from './xml-tree.ts'

type Decode = (element: XmlElement, cx: Context) => CpeMessage

/** The decoders of all a box may send, by the local name of its element. */
const DECODERS: ReadonlyMap<string, Decode> = new Map<string, Decode>([
  ...Object.entries(CPE_RPCS).map(([name, rpc]): [string, Decode] => [name, rpc.decode]),
  ...Object.entries(ACS_RPCS).map(([name, rpc]): [string, Decode] => [`${name}Response`, rpc.decode]),
  ['Fault', decodeFault],
])

/** Where the parts of an envelope are; `path` leads from the root to the message. */
export interface EnvelopeParts {
  header: XmlElement | undefined
  message: XmlElement | undefined
  path: XmlElement[]
}

/**
 * Finds header and message under a root, by local names. The message is the first element of the Body; where there is
 * none, the outermost element anywhere that has the name of a message. undefined: not SOAP. Without a message it is an
 * empty envelope, or holds nothing a box may send.
 */
export function findParts(root: XmlElement, warn: Warn): EnvelopeParts | undefined {
  const envelope = root.name === 'Envelope' ? root.name : nearestWord(root.name, ['Envelope'])
  const header = findChild(root, 'Header')
  const body = findChild(root, 'Body')
  const [inBody, ...others] = envelope === undefined ? [] : (body?.children ?? [])
  const message = inBody ?? findOutermostMessage(root)
  if (envelope === undefined) {
    if (message === undefined) return undefined
    warn('envelopeMissing', root.offset)
  } else if (envelope !== root.name) {
    warn('elementMisspelt', root.offset, { found: root.name, expected: envelope })
  }
  if (inBody === undefined && message !== undefined && envelope !== undefined) warn('bodyMissing', root.offset)
  if (others.length > 0) {
    warn('severalMessages', others[0]?.offset, { ignored: others.map(({ name }) => name).join(' ') })
  }
  return { header, message, path: [...new Set([root, body, message])].filter((element) => element !== undefined) }
}

function findOutermostMessage(root: XmlElement): XmlElement | undefined {
  const queue = [root]
  for (const element of queue) {
    if (DECODERS.has(element.name)) return element
    for (const child of element.children) queue.push(child)
  }
  return undefined
}

/** Decodes a message and its headers. */
export function decodeParts(parts: EnvelopeParts, message: XmlElement, warn: Warn): Omit<CpeEnvelope, 'warnings'> {
  const namespaces = readNamespaces([...parts.path, ...(parts.header ? [parts.header] : [])], warn)
  for (const element of parts.path) namespaces.require(element.prefix, element, warn)
  const namespace = readNamespace(message, namespaces, warn)
  const headers = readHeaders(parts.header, namespaces, warn)
  return { ...headers, namespace, message: decodeMessage(message, { warn, namespaces, types: new Map() }) }
}

/** Decodes the message itself by its local name, or the nearest misspelling. */
function decodeMessage(element: XmlElement, cx: Context): CpeMessage {
  const exact = DECODERS.get(element.name)
  if (exact !== undefined) return exact(element, cx)
  const nearest = nearestWord(element.name, DECODERS.keys())
  const decode = nearest === undefined ? undefined : DECODERS.get(nearest)
  if (nearest === undefined || decode === undefined) {
    cx.warn('methodUnknown', element.offset, { found: element.name })
    return { name: 'Unknown', element: element.name }
  }
  cx.warn('methodMisspelt', element.offset, { found: element.name, expected: nearest })
  return decode(element, cx)
}

function readNamespace(message: XmlElement, namespaces: Namespaces, warn: Warn): string | null {
  const namespace = namespaces.cwmp(message.prefix)
  const isKnown = CWMP_NAMESPACES.some((known) => known === namespace)
  if (namespace === null) {
    // A fault belongs to the envelope's namespace and need not name ours.
    if (message.name !== 'Fault') warn('namespaceMissing', message.offset)
  } else if (!isKnown) warn('namespaceUnknown', message.offset, { namespace })
  return namespace
}

type Headers = Pick<CpeEnvelope, 'id' | 'sessionTimeoutSeconds' | 'supportedVersions' | 'holdRequests'>

function readHeaders(header: XmlElement | undefined, namespaces: Namespaces, warn: Warn): Headers {
  const headers: Headers = { id: null, sessionTimeoutSeconds: null, supportedVersions: [], holdRequests: false }
  for (const element of header?.children ?? []) {
    namespaces.require(element.prefix, element, warn)
    checkMustUnderstand(element, namespaces, warn)
    const read = HEADERS[element.name as keyof typeof HEADERS]
    if (read !== undefined && Object.hasOwn(HEADERS, element.name)) read(element, headers, warn)
    else if (isMustUnderstand(element)) warn('mustUnderstandUnknown', element.offset, { header: element.name })
  }
  if (headers.id === null) warn('idMissing', header?.offset)
  return headers
}

/** What each header element does to the result (spec 01 section 2). */
const HEADERS = {
  ID(element: XmlElement, headers: Headers, warn: Warn): void {
    if (headers.id !== null) return
    headers.id = element.text.trim()
    if (headers.id === '') warn('idEmpty', element.offset)
  },
  SessionTimeout(element: XmlElement, headers: Headers, warn: Warn): void {
    if (/^\s*\d{1,9}\s*$/.test(element.text)) headers.sessionTimeoutSeconds = Number(element.text)
    else warn('headerInvalid', element.offset, { header: element.name, value: element.text })
  },
  SupportedCWMPVersions(element: XmlElement, headers: Headers, warn: Warn): void {
    const listed = element.text.split(',').map((version) => version.trim())
    headers.supportedVersions = CWMP_VERSIONS.filter((version: CwmpVersion) => listed.includes(version))
    if (headers.supportedVersions.length === 0) {
      warn('headerInvalid', element.offset, { header: element.name, value: element.text })
    }
  },
  HoldRequests(element: XmlElement, headers: Headers, warn: Warn): void {
    headers.holdRequests = parseBoolean(element.text) === true
    warn('headerNotForCpe', element.offset, { header: element.name })
  },
  NoMoreRequests(element: XmlElement, _headers: Headers, warn: Warn): void {
    warn('headerObsolete', element.offset, { header: element.name })
  },
}

function isMustUnderstand(element: XmlElement): boolean {
  return parseBoolean(findAttribute(element, 'mustUnderstand')?.value ?? '') === true
}

function checkMustUnderstand(element: XmlElement, namespaces: Namespaces, warn: Warn): void {
  const attribute = findAttribute(element, 'mustUnderstand')
  if (attribute === undefined) return
  const uri = namespaces.uriOf(splitName(attribute.name).prefix)
  const isOfEnvelope =
    attribute.name.includes(':') && uri !== undefined && /\/soap\/envelope\/?$|soap-envelope$/.test(uri)
  if (isOfEnvelope && (attribute.value === '1' || attribute.value === '0')) return
  warn('mustUnderstandForm', element.offset, { header: element.name, value: attribute.value })
}
