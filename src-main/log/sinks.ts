import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import type { LogEntry, LogSink } from './log.ts'

/** One entry as a line for people: time, level, scope, message, `key=value` facts; never more than one line. */
export function formatEntry(entry: LogEntry): string {
  const facts = Object.entries(entry.data).map(([key, value]) => `${key}=${formatValue(value)}`)
  const scope = entry.scope === '' ? '' : `${entry.scope}: `
  const line = [entry.at, entry.level.toUpperCase().padEnd(5), scope + entry.message, ...facts].join(' ')
  return line.replace(/[\r\n]+/g, ' ⏎ ')
}

function formatValue(value: unknown): string {
  if (value instanceof Error) return JSON.stringify(inspect(value))
  if (typeof value === 'string') return /^[\w.:/@+-]+$/.test(value) ? value : JSON.stringify(value)
  return typeof value === 'object' && value !== null
    ? inspect(value, { breakLength: Number.POSITIVE_INFINITY })
    : String(value)
}

/** Readable lines on stderr; headless mode keeps stdout for JSON-RPC. */
export const stderrSink: LogSink = (entry) => {
  process.stderr.write(`${formatEntry(entry)}\n`)
}

/** Hands each entry to all of the sinks. */
export function teeSink(...sinks: LogSink[]): LogSink {
  return (entry) => {
    for (const sink of sinks) sink(entry)
  }
}

/**
 * Lines in `<dataDir>/logs/fieldacs.log`, turned over to `.1` … `.<keep>` at `maxBytes`. Where the disk is full or the
 * folder cannot be written, entries are lost silently: there is nowhere left to say so.
 */
export function createFileSink(dataDir: string, maxBytes = 2 * 1024 * 1024, keep = 4): LogSink {
  const folder = join(dataDir, 'logs')
  const path = join(folder, 'fieldacs.log')
  let size: number | null = null
  return (entry) => {
    const line = `${formatEntry(entry)}\n`
    try {
      size ??= openFolder(folder, path)
      if (size > 0 && size + line.length > maxBytes) {
        rotate(path, keep)
        size = 0
      }
      appendFileSync(path, line, { mode: 0o600 })
      size += Buffer.byteLength(line)
    } catch {
      size = null
    }
  }
}

function openFolder(folder: string, path: string): number {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

function rotate(path: string, keep: number): void {
  for (let n = keep - 1; n >= 1; n--) renameIfThere(`${path}.${n}`, `${path}.${n + 1}`)
  renameIfThere(path, `${path}.1`)
}

function renameIfThere(from: string, to: string): void {
  if (statSync(from, { throwIfNoEntry: false }) !== undefined) renameSync(from, to)
}
