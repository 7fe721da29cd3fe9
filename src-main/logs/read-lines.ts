import type { FileHandle } from 'node:fs/promises'

/** One line as its bytes stand in the file, without its end. */
export interface RawLine {
  number: number
  bytes: Buffer
  isCut: boolean
}

const chunkBytes = 256 * 1024
const maxLineBytes = 16 * 1024

/** Lines from a known beginning on. Of a longer one than 16 KiB the head is given. */
export async function* readLines(handle: FileHandle, from: { line: number; offset: number }): AsyncGenerator<RawLine> {
  let { line, offset } = from
  let kept: Buffer[] = []
  let keptBytes = 0
  let isCut = false
  const keep = (bytes: Buffer): void => {
    const room = maxLineBytes - keptBytes
    if (bytes.length > room) isCut = true
    const part = bytes.subarray(0, Math.max(0, room))
    if (part.length === 0) return
    kept.push(part)
    keptBytes += part.length
  }
  const finish = (): RawLine => {
    const bytes = kept.length === 1 ? (kept[0] as Buffer) : Buffer.concat(kept)
    const raw = { number: line, bytes: bytes.at(-1) === 13 ? bytes.subarray(0, -1) : bytes, isCut }
    line += 1
    kept = []
    keptBytes = 0
    isCut = false
    return raw
  }
  for (;;) {
    const buffer = Buffer.allocUnsafe(chunkBytes)
    const { bytesRead } = await handle.read(buffer, 0, chunkBytes, offset)
    if (bytesRead === 0) break
    offset += bytesRead
    const chunk = buffer.subarray(0, bytesRead)
    let start = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      keep(chunk.subarray(start, end))
      start = end + 1
      yield finish()
    }
    keep(chunk.subarray(start))
  }
  if (keptBytes > 0) yield finish()
}
