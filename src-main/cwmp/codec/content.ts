import { constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'

export type DecodedContent =
  | { kind: 'bytes'; bytes: Buffer }
  | { kind: 'problem'; code: 'unsupportedEncoding' | 'tooLarge' | 'damaged' }

const GZIP_MAGIC = 0x1f8b

/**
 * Undoes a request's Content-Encoding (gzip, deflate in both forms it is sent in; RFC 9110 8.4) into at most
 * `maxBytes`. A body cut short gives what arrived, so that the decoder can say where; one that is announced as gzip
 * but is none is taken as it is. Other encodings, br among them, are for the caller to answer with 415.
 */
export function decodeContent(encoding: string | undefined, bytes: Buffer, maxBytes: number): DecodedContent {
  const codings = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
  let content: DecodedContent = { kind: 'bytes', bytes }
  for (const coding of codings.reverse()) {
    if (content.kind === 'bytes') content = decodeOne(coding, content.bytes, maxBytes)
  }
  if (content.kind === 'bytes' && content.bytes.length > maxBytes) return { kind: 'problem', code: 'tooLarge' }
  return content
}

function decodeOne(coding: string, bytes: Buffer, maxBytes: number): DecodedContent {
  if (coding === '' || coding === 'identity' || bytes.length === 0) return { kind: 'bytes', bytes }
  const options = { maxOutputLength: maxBytes, finishFlush: constants.Z_SYNC_FLUSH }
  try {
    switch (coding) {
      case 'gzip':
      case 'x-gzip':
        if (bytes.length < 2 || bytes.readUInt16BE(0) !== GZIP_MAGIC) return { kind: 'bytes', bytes }
        return { kind: 'bytes', bytes: gunzipSync(bytes, options) }
      case 'deflate':
        return { kind: 'bytes', bytes: isZlib(bytes) ? inflateSync(bytes, options) : inflateRawSync(bytes, options) }
      default:
        return { kind: 'problem', code: 'unsupportedEncoding' }
    }
  } catch (error) {
    const isTooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return { kind: 'problem', code: isTooLarge ? 'tooLarge' : 'damaged' }
  }
}

/** The two-byte zlib header: method 8 and a check that makes it a multiple of 31 (RFC 1950 2.2). */
function isZlib(bytes: Buffer): boolean {
  return bytes.length >= 2 && ((bytes[0] ?? 0) & 0x0f) === 8 && bytes.readUInt16BE(0) % 31 === 0
}
