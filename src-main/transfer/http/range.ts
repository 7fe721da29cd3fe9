import type { ByteRange } from '#shared/model/transfer.ts'

/** What part of a file a request asks for. */
export type RangeRequest = { type: 'full' } | { type: 'part'; range: ByteRange } | { type: 'unsatisfiable' }

/**
 * Reads a Range header (RFC 9110 14.2). Anything that is not one well-formed byte range is ignored, as the RFC allows;
 * several ranges get the whole file too: no box is known to understand multipart/byteranges.
 */
export function parseRange(header: string | undefined, sizeBytes: number): RangeRequest {
  const match = /^\s*bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*$/i.exec(header ?? '')
  if (match === null) return { type: 'full' }
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return { type: 'full' }
  if (first === '') return suffix(Number(last), sizeBytes)
  const start = Number(first)
  if (last !== '' && Number(last) < start) return { type: 'full' }
  if (start >= sizeBytes) return { type: 'unsatisfiable' }
  const end = last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1)
  return { type: 'part', range: { start, end } }
}

function suffix(length: number, sizeBytes: number): RangeRequest {
  if (length === 0 || sizeBytes === 0) return { type: 'unsatisfiable' }
  return { type: 'part', range: { start: Math.max(0, sizeBytes - length), end: sizeBytes - 1 } }
}

/** Whether an If-Range validator (strong entity tag or exact date) still fits the file (RFC 9110 13.1.5). */
export function ifRangeHolds(header: string | undefined, etag: string, modifiedMs: number): boolean {
  if (header === undefined) return true
  const value = header.trim()
  if (value.startsWith('"')) return value === etag
  if (value.startsWith('W/')) return false
  return Date.parse(value) === Math.floor(modifiedMs / 1000) * 1000
}
