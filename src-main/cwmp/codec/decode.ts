import { type DecodedText, decodeText, toByteOffsets } from './charset.ts'
import { decodeParts, findParts } from './envelope.ts'
import type { CodecWarning, Decoded, MalformedBody } from './messages.ts'
import { createWarningList, type Warn } from './warnings.ts'
import { parseXml } from './xml.ts'

const BLANK = /^[\s\0\ufeff]*$/
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f]/
/** Bytes shown on either side of a problem. */
const EXCERPT_BYTES = 40

/**
 * Decodes the body of a POST. Never throws; every deviation that was understood is a warning, the rest is
 * `malformed` with the place in bytes. `contentType` is the HTTP header, for its charset.
 */
export function decodeBody(bytes: Buffer, hints: { contentType?: string | undefined }): Decoded {
  if (bytes.length === 0) return { kind: 'empty', warnings: [] }
  const decoded = decodeText(bytes, hints.contentType)
  const list = createWarningList()
  const outcome = decodeEnvelope(decoded.text, list.warn)
  const warnings = [...decoded.warnings, ...inBytes(bytes, decoded, list.all())]
  switch (outcome.kind) {
    case 'empty':
      return { kind: 'empty', warnings }
    case 'problem':
      return { kind: 'malformed', problem: describeProblem(bytes, decoded, outcome), warnings }
    case 'envelope':
      return { kind: 'envelope', envelope: { ...outcome.envelope, warnings } }
  }
}

type Outcome =
  | { kind: 'empty' }
  | { kind: 'problem'; code: MalformedBody['code']; offset: number }
  | { kind: 'envelope'; envelope: ReturnType<typeof decodeParts> }

function decodeEnvelope(text: string, warn: Warn): Outcome {
  if (text.length < 256 && BLANK.test(text)) return { kind: 'empty' }
  const document = parseXml(text, warn)
  if (document.kind === 'problem') {
    return document.code === 'notXml' && BLANK.test(text) ? { kind: 'empty' } : document
  }
  const { root, end } = document
  const parts = findParts(root, warn)
  if (parts === undefined) return { kind: 'problem', code: 'notSoap', offset: root.offset }
  const { message } = parts
  if (!root.closed) {
    if (message?.closed !== true) return { kind: 'problem', code: 'truncated', offset: text.length }
    warn('truncatedTail', text.length)
  }
  if (message === undefined) {
    const isEmpty = root.children.every(({ name, text }) => name === 'Header' || (name === 'Body' && BLANK.test(text)))
    if (!isEmpty) {
      return { kind: 'problem', code: 'noMessage', offset: root.offset }
    }
    warn('emptyEnvelope', root.offset)
    return { kind: 'empty' }
  }
  const control = CONTROL.exec(text.length === end ? text : text.slice(0, end))
  if (control !== null) warn('controlCharacters', control.index, { code: text.charCodeAt(control.index) })
  if (end < text.length && /\S/.test(text.slice(end))) warn('trailingData', end, { characters: text.length - end })
  const envelope = decodeParts(parts, message, warn)
  if (envelope.message.name === 'Inform' && isAnonymous(envelope.message, message)) {
    return { kind: 'problem', code: 'noDeviceId', offset: message.offset }
  }
  return { kind: 'envelope', envelope }
}

/** An Inform with no DeviceId at all, and no parameter that could stand for it, is of no box. */
function isAnonymous(
  inform: { deviceId: { serialNumber: string }; parameters: unknown[] },
  element: { children: readonly { name: string }[] },
): boolean {
  return inform.deviceId.serialNumber === '' && !element.children.some(({ name }) => /^device_?id$/i.test(name))
}

function inBytes(bytes: Buffer, decoded: DecodedText, warnings: CodecWarning[]): CodecWarning[] {
  const offsets = warnings.flatMap(({ offset }) => (offset === undefined ? [] : [offset]))
  if (offsets.length === 0) return warnings
  const places = toByteOffsets(bytes, decoded, offsets)
  return warnings.map((warning) =>
    warning.offset === undefined ? warning : { ...warning, offset: places.get(warning.offset) ?? warning.offset },
  )
}

function describeProblem(
  bytes: Buffer,
  decoded: DecodedText,
  { code, offset: characters }: { code: MalformedBody['code']; offset: number },
): MalformedBody {
  const offset = toByteOffsets(bytes, decoded, [characters]).get(characters) ?? 0
  const excerpt = bytes.toString('latin1', Math.max(0, offset - EXCERPT_BYTES), offset + EXCERPT_BYTES)
  return { code, offset, excerpt }
}
