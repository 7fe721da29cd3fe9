import { parseDateTime } from '#shared/cwmp/date-time.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'
import { decodeText } from '../transfer/decode-text.ts'
import { groupBy } from '../util/group-by.ts'
import { parseCsv } from './parse-csv.ts'

/** Values that a box collected at one time; `at` is null where it does not say when. */
export interface BulkSample {
  at: number | null
  values: ParameterValue[]
}

const maxValues = 50_000

/**
 * Reads a bulk data report over HTTP (TR-069 Annex N.3): JSON as NameValuePair or ObjectHierarchy, CSV as ParameterPerRow
 * or ParameterPerColumn. Which it is, is told by what it looks like: boxes leave the headers out. null for anything else.
 */
export function parseBulkReport(body: Uint8Array): BulkSample[] | null {
  const text = decodeText(body)
    .text.replace(/^\ufeff/, '')
    .trim()
  if (text === '') return []
  return text.startsWith('{') || text.startsWith('[') ? parseJsonReport(text) : parseCsvReport(text)
}

function parseJsonReport(text: string): BulkSample[] | null {
  let root: unknown
  try {
    root = JSON.parse(text)
  } catch {
    return null
  }
  const reports = Array.isArray(root) ? root : (root as { Report?: unknown }).Report
  const list = Array.isArray(reports) ? reports : [reports ?? root]
  return list.map((report) => {
    const values: ParameterValue[] = []
    let at: number | null = null
    flatten('', report, (name, value) => {
      if (name === 'CollectionTime') at = timeOf(value)
      else if (values.length < maxValues) values.push({ name, value, type: 'string' })
    })
    return { at, values }
  })
}

const maxDepth = 32

/** Both forms at once: keys of a flat report are whole paths, those of a nested one their components. */
function flatten(path: string, node: unknown, found: (name: string, value: string) => void, depth = 0): void {
  if (node === null || node === undefined || depth > maxDepth) return
  if (typeof node !== 'object') {
    found(path, String(node))
    return
  }
  for (const [key, value] of Object.entries(node))
    flatten(path === '' ? key : `${path}.${key}`, value, found, depth + 1)
}

function parseCsvReport(text: string): BulkSample[] | null {
  const [head = [], ...rows] = parseCsv(text, maxValues)
  const nameColumn = head.findIndex((column) => /^parameter_?name$/i.test(column))
  const timeColumn = head.findIndex((column) => /^(?:report_?timestamp|collection_?time)$/i.test(column))
  if (nameColumn >= 0) return perRow(head, rows, nameColumn, timeColumn)
  const isPaths = head.some((column) => /^(?:Device|InternetGatewayDevice)\./.test(column))
  return isPaths ? perColumn(head, rows, timeColumn) : null
}

function perRow(head: string[], rows: string[][], nameColumn: number, timeColumn: number): BulkSample[] {
  const valueColumn = head.findIndex((column) => /^parameter_?value$/i.test(column))
  const byTime = groupBy(rows, (row) => (timeColumn < 0 ? '' : (row[timeColumn] ?? '')))
  return [...byTime].map(([time, members]) => ({
    at: timeOf(time),
    values: members.map((row) => ({ name: row[nameColumn] ?? '', value: row[valueColumn] ?? '', type: 'string' })),
  }))
}

function perColumn(head: string[], rows: string[][], timeColumn: number): BulkSample[] {
  return rows.map((row) => ({
    at: timeColumn < 0 ? null : timeOf(row[timeColumn] ?? ''),
    values: head.flatMap((name, index) =>
      index === timeColumn ? [] : [{ name, value: row[index] ?? '', type: 'string' }],
    ),
  }))
}

/** Seconds since the epoch, or ISO 8601 (N.3.4); null for none. */
function timeOf(text: string): number | null {
  const seconds = Number(text.trim() || Number.NaN)
  if (Number.isFinite(seconds)) return seconds > 1e11 ? seconds : seconds * 1000
  const time = parseDateTime(text)
  return time.kind === 'time' ? Date.parse(time.hasZone ? time.iso : `${time.iso}Z`) : null
}
