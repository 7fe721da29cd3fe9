import type { FileHandle } from 'node:fs/promises'

/** A line's number and where it begins. */
interface Mark {
  line: number
  offset: number
}

const chunkBytes = 1024 * 1024
/** A mark is set at least every so many lines, and every so many bytes: any line is found by reading little. */
const linesPerMark = 512
const bytesPerMark = 256 * 1024

/**
 * Where lines begin in a file, sparsely: a gigabyte of log takes some hundred kilobytes. Grows with the file: `extend`
 * reads what is new.
 */
export class LineIndex {
  readonly #marks: Mark[] = [{ line: 0, offset: 0 }]
  #lines = 0
  #read = 0
  #endsInLine = false

  /** A last line without an end counts. */
  get lineCount(): number {
    return this.#lines + (this.#endsInLine ? 1 : 0)
  }

  /** Bytes that are indexed. */
  get indexedBytes(): number {
    return this.#read
  }

  /** Reads on to the end of the file; `onProgress` is told after each mebibyte. */
  async extend(handle: FileHandle, signal: AbortSignal, onProgress: () => void): Promise<void> {
    const buffer = Buffer.allocUnsafe(chunkBytes)
    for (;;) {
      signal.throwIfAborted()
      const { bytesRead } = await handle.read(buffer, 0, chunkBytes, this.#read)
      if (bytesRead === 0) return
      this.#take(buffer.subarray(0, bytesRead))
      onProgress()
    }
  }

  /** The last mark at or before a line. */
  before(line: number): Mark {
    return this.#last((mark) => mark.line <= line)
  }

  /** The marks, for a search by time. */
  get marks(): readonly Mark[] {
    return this.#marks
  }

  #take(chunk: Buffer): void {
    let last = this.#marks.at(-1) as Mark
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) {
      this.#lines += 1
      const offset = this.#read + at + 1
      if (this.#lines - last.line < linesPerMark && offset - last.offset < bytesPerMark) continue
      last = { line: this.#lines, offset }
      this.#marks.push(last)
    }
    this.#read += chunk.length
    this.#endsInLine = chunk.at(-1) !== 10
  }

  #last(fits: (mark: Mark) => boolean): Mark {
    let [low, high] = [0, this.#marks.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (fits(this.#marks[middle] as Mark)) low = middle
      else high = middle - 1
    }
    return this.#marks[low] as Mark
  }
}
