import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** Below this, compressing costs more than it saves. */
const worthPackingBytes = 1024

/** Text as it is kept: short text as it stands, longer text compressed. */
export type Packed = string | Buffer

/** Compresses text of more than 1 KiB; lone surrogates become U+FFFD. */
export function packText(text: string): Packed {
  if (text.length * 3 <= worthPackingBytes) return text
  const bytes = Buffer.from(text)
  return bytes.length <= worthPackingBytes ? text : deflateRawSync(bytes, { level: 1 })
}

/** The text that was packed. Throws where the bytes are damaged. */
export function unpackText(packed: Packed): string {
  return typeof packed === 'string' ? packed : inflateRawSync(packed).toString()
}
