import { maskSecrets } from '../util/redact.ts'
import { decodeText } from './codec/charset.ts'
import { decodeBody, decodeContent } from './codec/index.ts'
import type { Decoded } from './codec/messages.ts'

/** What a body may hold when its Content-Encoding is undone. */
const maxContentBytes = 16 * 1024 * 1024

/** A request body as it came, with the headers that say how to read it. */
export interface EncodedMessage {
  bytes: Uint8Array
  encoding: string | undefined
  contentType: string | undefined
}

/** What a body says, and its text for the trace, secrets masked. */
export type DecodedMessage =
  | { kind: 'message'; decoded: Decoded; text: string; sizeBytes: number }
  | { kind: 'problem'; code: 'unsupportedEncoding' | 'tooLarge' | 'damaged' }

/** Undoes the Content-Encoding and decodes the envelope. Never throws; nothing here depends on the thread it runs in. */
export function decodeMessage({ bytes, encoding, contentType }: EncodedMessage): DecodedMessage {
  const content = decodeContent(
    encoding,
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    maxContentBytes,
  )
  if (content.kind === 'problem') return content
  return {
    kind: 'message',
    decoded: decodeBody(content.bytes, { contentType }),
    text: maskSecrets(decodeText(content.bytes, contentType).text),
    sizeBytes: content.bytes.length,
  }
}
