import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { decodeText } from '../transfer/decode-text.ts'

const sampleBytes = 64 * 1024

/** How a file is to be read as text; null for one that is none: packed, binary, a capture. */
export async function textEncodingOf(path: string): Promise<'utf-8' | 'gb18030' | 'latin1' | null> {
  const handle = await open(path, 'r')
  try {
    const buffer = Buffer.alloc(sampleBytes)
    const { bytesRead } = await handle.read(buffer, 0, sampleBytes, 0)
    const sample = buffer.subarray(0, bytesRead)
    if (sample.includes(0) || packed.some((magic) => sample.subarray(0, magic.length).equals(magic))) return null
    // The sample may end inside a character.
    return decodeText(bytesRead < sampleBytes ? sample : sample.subarray(0, sample.lastIndexOf(10) + 1)).encoding
  } finally {
    await handle.close()
  }
}

/** gzip, zip, xz, bzip2, 7z. */
const packed = ['1f8b', '504b0304', 'fd377a585a00', '425a68', '377abcaf271c'].map((hex) => Buffer.from(hex, 'hex'))

const maxLineLength = 64 * 1024

/**
 * The lines of a text file with their ends; a longer one than 64 Ki characters comes in pieces, cut at a blank where
 * there is one.
 */
export async function* linesOf(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  let rest = ''
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    rest += decoder.decode(chunk as Buffer, { stream: true })
    let start = 0
    for (;;) {
      const end = rest.indexOf('\n', start) + 1
      if (end === 0 && rest.length - start <= maxLineLength) break
      const stop = end > 0 && end - start <= maxLineLength ? end : cutAt(rest, start)
      yield rest.slice(start, stop)
      start = stop
    }
    rest = rest.slice(start)
  }
  rest += decoder.decode()
  if (rest !== '') yield rest
}

function cutAt(text: string, start: number): number {
  const blank = text.lastIndexOf(' ', start + maxLineLength)
  return blank > start ? blank + 1 : start + maxLineLength
}
