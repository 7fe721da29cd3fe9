import { isUtf8 } from 'node:buffer'
import type { CodecWarning } from './messages.ts'

export interface DecodedText {
  text: string
  /** WHATWG label of the charset that was used. */
  charset: string
  warnings: CodecWarning[]
}

interface Signature {
  charset: string
  /** Bytes of the mark. */
  skip: number
}

/** What the first bytes tell for certain: a byte order mark, or the zero of UTF-16 beside an ASCII character. */
function findSignature(bytes: Buffer): Signature | undefined {
  const [first = 0, second = 0, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return { charset: 'utf-8', skip: 3 }
  if (first === 0xff && second === 0xfe) return { charset: 'utf-16le', skip: 2 }
  if (first === 0xfe && second === 0xff) return { charset: 'utf-16be', skip: 2 }
  if (first !== 0 && second === 0 && third !== 0 && bytes.length > 2) return { charset: 'utf-16le', skip: 0 }
  if (first === 0 && second !== 0 && third === 0) return { charset: 'utf-16be', skip: 0 }
  return undefined
}

/**
 * Bytes to text: byte order mark, then strict UTF-8, then the declared charset (XML declaration before the HTTP
 * header), then GB18030, then Latin-1. Never fails; a charset other than the declared one is a warning. The mark is
 * not part of the text.
 */
export function decodeText(bytes: Buffer, contentType?: string): DecodedText {
  const signature = findSignature(bytes)
  if (signature !== undefined && signature.charset !== 'utf-8') {
    const text = new TextDecoder(signature.charset, { ignoreBOM: true }).decode(bytes.subarray(signature.skip))
    return { text, charset: signature.charset, warnings: [] }
  }
  const content = bytes.subarray(signature?.skip ?? 0)
  const isStrict = isUtf8(content)
  const text = isStrict ? content.toString('utf8') : ''
  if (isStrict && text.length === content.length) return { text, charset: 'utf-8', warnings: [] }

  const declared = declaredCharset(content, contentType)
  if (isStrict) return { text, charset: 'utf-8', warnings: compare('utf-8', declared) }
  const known = declared === undefined ? undefined : decodeStrictly(content, declared)
  if (known !== undefined && canonical(declared) !== 'utf-8') {
    return { text: known, charset: canonical(declared) ?? '', warnings: [] }
  }
  const chinese = hasWideRun(content) ? decodeStrictly(content, 'gb18030') : undefined
  if (chinese !== undefined) return { text: chinese, charset: 'gb18030', warnings: compare('gb18030', declared) }
  const latin = new TextDecoder('windows-1252').decode(content)
  return { text: latin, charset: 'windows-1252', warnings: compare('windows-1252', declared) }
}

function declaredCharset(bytes: Buffer, contentType = ''): string | undefined {
  const head = bytes.toString('latin1', 0, 256)
  const inXml = /<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(head)?.[1]
  const inHttp = /;\s*charset\s*=\s*["']?([^\s"';,]+)/i.exec(contentType)?.[1]
  return inXml ?? inHttp
}

function canonical(label: string | undefined): string | undefined {
  try {
    return label === undefined ? undefined : new TextDecoder(label).encoding
  } catch {
    return undefined
  }
}

function decodeStrictly(bytes: Buffer, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Chinese text has neighbouring high bytes; Western text under a wrong label has lone accented letters. */
function hasWideRun(bytes: Buffer): boolean {
  for (let at = 1; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) >= 0x80 && (bytes[at - 1] ?? 0) >= 0x80) return true
  }
  return false
}

function compare(charset: string, declared = 'utf-8'): CodecWarning[] {
  const meant = canonical(declared)
  if (meant === charset || (meant === 'gbk' && charset === 'gb18030')) return []
  const code = meant === undefined ? 'charsetUnknown' : 'charsetFallback'
  return [{ code, params: { charset, declared, count: 1 } }]
}

/**
 * Positions in the text as positions in the bytes it was decoded from, in one pass. Exact for UTF-8, UTF-16, GB18030
 * and single-byte charsets; other double-byte charsets are counted as two bytes for each character beyond ASCII.
 */
export function toByteOffsets(bytes: Buffer, decoded: DecodedText, offsets: readonly number[]): Map<number, number> {
  const signature = findSignature(bytes)
  const isWide = decoded.charset.startsWith('utf-16')
  const skip = signature?.skip ?? 0
  const sizeOf = isWide ? () => 2 : characterSize(bytes, decoded, skip)
  const result = new Map<number, number>()
  let characters = 0
  let position = skip
  for (const offset of [...new Set(offsets)].sort((a, b) => a - b)) {
    while (characters < offset && position < bytes.length) {
      const size = sizeOf(position)
      characters += size === 4 ? ((decoded.text.codePointAt(characters) ?? 0) > 0xffff ? 2 : 1) : 1
      position += size
    }
    result.set(offset, Math.min(position, bytes.length))
  }
  return result
}

function characterSize(bytes: Buffer, decoded: DecodedText, skip: number): (position: number) => number {
  if (decoded.text.length === bytes.length - skip) return () => 1
  if (decoded.charset === 'utf-8') {
    return (position) => {
      const lead = bytes[position] ?? 0
      return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
    }
  }
  return (position) => {
    if ((bytes[position] ?? 0) <= 0x80) return 1
    const second = bytes[position + 1] ?? 0
    return second >= 0x30 && second <= 0x39 ? 4 : 2
  }
}
