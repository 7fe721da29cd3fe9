import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '#shared/errors.ts'
import type { LogFilterResult, LogLine, OpenLog } from '#shared/model/log-view.ts'
import { type Severity, severities } from '#shared/model/syslog.ts'
import { decodeText, type TextEncodingName } from '../transfer/decode-text.ts'
import { LineIndex } from './line-index.ts'
import { logSeverity, logTime } from './log-time.ts'
import { type RawLine, readLines } from './read-lines.ts'

const sampleBytes = 256 * 1024
/** A filter looks through so much at a time; the caller goes on where it ended. */
const filterBytes = 16 * 1024 * 1024
const timedLines = 50

/** A log file that somebody looks at: indexed in the background, read by lines. Files may grow. */
export class LogFile {
  readonly id: string
  readonly #path: string
  readonly #handle: FileHandle
  readonly #encoding: TextEncodingName
  readonly #decoder: { decode(bytes: Uint8Array): string }
  readonly #year: number
  readonly #index = new LineIndex()
  readonly #stop = new AbortController()
  #indexing: Promise<void> = Promise.resolve()
  #isIndexed = false
  #sizeBytes: number
  #firstAt: number | null = null
  #lastAt: number | null = null

  private constructor(id: string, path: string, handle: FileHandle, facts: Facts) {
    this.id = id
    this.#path = path
    this.#handle = handle
    this.#encoding = facts.encoding
    this.#decoder = new TextDecoder(facts.encoding)
    this.#year = facts.year
    this.#sizeBytes = facts.sizeBytes
  }

  /** Throws LOG_UNREADABLE. */
  static async open(id: string, path: string): Promise<LogFile> {
    let handle: FileHandle | null = null
    try {
      handle = await open(path, 'r')
      const stats = await handle.stat()
      if (!stats.isFile()) throw new Error('ENOTFILE')
      const buffer = Buffer.alloc(Math.min(sampleBytes, stats.size))
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0)
      const lastEnd = buffer.subarray(0, bytesRead).lastIndexOf(10)
      const sample = bytesRead < stats.size && lastEnd > 0 ? buffer.subarray(0, lastEnd) : buffer.subarray(0, bytesRead)
      const facts = { encoding: decodeText(sample).encoding, year: stats.mtime.getFullYear(), sizeBytes: stats.size }
      return new LogFile(id, path, handle, facts)
    } catch (error) {
      await handle?.close()
      const { code, message } = error as NodeJS.ErrnoException
      throw new AppError('LOG_UNREADABLE', { path, reason: code ?? message })
    }
  }

  get info(): OpenLog {
    return {
      id: this.id,
      path: this.#path,
      name: basename(this.#path),
      sizeBytes: this.#sizeBytes,
      encoding: this.#encoding,
      lineCount: this.#index.lineCount,
      isIndexed: this.#isIndexed,
      firstAt: this.#firstAt,
      lastAt: this.#lastAt,
    }
  }

  /** Reads what is new of the file; `onProgress` is told while it does and at the end. */
  async index(onProgress: () => void): Promise<void> {
    const run = this.#indexing.then(async () => {
      this.#isIndexed = false
      await this.#index.extend(this.#handle, this.#stop.signal, onProgress)
      this.#sizeBytes = this.#index.indexedBytes
      this.#firstAt ??= await this.#firstTime(0)
      this.#lastAt = await this.#lastTime()
      this.#isIndexed = true
      onProgress()
    })
    this.#indexing = run.catch(() => undefined)
    await run
  }

  async lines(from: number, count: number): Promise<LogLine[]> {
    const lines: LogLine[] = []
    for await (const raw of readLines(this.#handle, this.#index.before(from))) {
      if (raw.number < from) continue
      if (lines.length >= count) break
      lines.push(this.#toLine(raw))
    }
    return lines
  }

  /** Looks through a part of the file from a line on. */
  async filter(query: {
    text: string
    severity?: Severity | undefined
    from: number
    limit: number
  }): Promise<LogFilterResult> {
    const words = query.text
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '')
    const worst = query.severity === undefined ? severities.length : severities.indexOf(query.severity)
    const found: LogLine[] = []
    let bytes = 0
    let nextLine = query.from
    for await (const raw of readLines(this.#handle, this.#index.before(query.from))) {
      if (raw.number < query.from) continue
      if (found.length >= query.limit || bytes >= filterBytes) return { lines: found, nextLine, isDone: false }
      nextLine = raw.number + 1
      bytes += raw.bytes.length + 1
      const text = this.#decoder.decode(raw.bytes)
      const lower = words.length === 0 ? '' : text.toLowerCase()
      if (!words.every((word) => lower.includes(word))) continue
      const severity = logSeverity(text)
      if (query.severity !== undefined && (severity === null || severities.indexOf(severity) > worst)) continue
      found.push({ number: raw.number, text, severity, at: logTime(text, this.#year), isCut: raw.isCut })
    }
    return { lines: found, nextLine, isDone: true }
  }

  /** The first line at or after a time; the number of lines where there is none. Lines are taken to stand in order. */
  async seek(at: number): Promise<number> {
    const { marks } = this.#index
    let [low, high] = [0, marks.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      const time = await this.#firstTime(marks[middle]?.line ?? 0)
      if (time !== null && time < at) low = middle
      else high = middle - 1
    }
    const from = marks[low] ?? { line: 0, offset: 0 }
    for await (const raw of readLines(this.#handle, from)) {
      const time = logTime(this.#decoder.decode(raw.bytes), this.#year)
      if (time !== null && time >= at) return raw.number
    }
    return this.#index.lineCount
  }

  async close(): Promise<void> {
    this.#stop.abort()
    await this.#indexing
    await this.#handle.close()
  }

  #toLine({ number, bytes, isCut }: RawLine): LogLine {
    const text = this.#decoder.decode(bytes)
    return { number, text, at: logTime(text, this.#year), severity: logSeverity(text), isCut }
  }

  /** The first time in the lines from one on; the next few are looked at. */
  async #firstTime(line: number): Promise<number | null> {
    const lines = await this.lines(line, timedLines)
    return lines.find(({ at }) => at !== null)?.at ?? null
  }

  async #lastTime(): Promise<number | null> {
    const lines = await this.lines(Math.max(0, this.#index.lineCount - timedLines), timedLines)
    return lines.findLast(({ at }) => at !== null)?.at ?? null
  }
}

interface Facts {
  encoding: TextEncodingName
  year: number
  sizeBytes: number
}
