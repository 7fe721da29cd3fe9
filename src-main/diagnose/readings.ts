import { parseDateTime } from '#shared/cwmp/date-time.ts'
import { instancesIn } from '#shared/cwmp/paths.ts'
import type { DiagnosticTest } from '#shared/model/diagnose.ts'
import type { Below } from './forms.ts'

/** What a finished test says: figures (the unit stands in the name) and rows. */
export interface Reading {
  metrics: { name: string; value: number }[]
  rows: Record<string, string>[]
}

/** Without the figures that the box did not give. */
function reading(figures: Record<string, number | null>, rows: Record<string, string>[] = []): Reading {
  return {
    metrics: Object.entries(figures).flatMap(([name, value]) => (value === null ? [] : [{ name, value }])),
    rows,
  }
}

function number(values: Below, name: string): number | null {
  const text = values.get(name)?.trim() ?? ''
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : null
}

function percent(part: number | null, rest: number | null): number | null {
  const all = (part ?? 0) + (rest ?? 0)
  return part === null || all === 0 ? null : round((100 * part) / all)
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

/** In milliseconds; newer models give microseconds beside them (TR-181 2.8). */
function responseMs(values: Below, name: string): number | null {
  const micros = number(values, `${name}Detailed`)
  return micros !== null && micros > 0 ? micros / 1000 : number(values, name)
}

export function readPing(values: Below): Reading {
  const answered = number(values, 'SuccessCount')
  const isAnswered = (answered ?? 0) > 0
  const time = (name: string) => (isAnswered ? responseMs(values, name) : null)
  const [least, most] = [time('MinimumResponseTime'), time('MaximumResponseTime')]
  return reading({
    lossPercent: percent(number(values, 'FailureCount'), answered),
    averageMs: time('AverageResponseTime'),
    minimumMs: least,
    maximumMs: most,
    spreadMs: least === null || most === null ? null : round(most - least),
  })
}

export function readTrace(values: Below): Reading {
  const rows = rowsOf(values, 'RouteHops.').map((row) => ({
    host: row.Host ?? row.HopHost ?? '',
    address: row.HostAddress ?? row.HopHostAddress ?? '',
    timesMs: row.RTTimes ?? row.HopRTTimes ?? '',
    errorCode: row.ErrorCode ?? row.HopErrorCode ?? '',
  }))
  return reading({ hops: rows.length, responseMs: number(values, 'ResponseTime') }, rows)
}

export function readLookup(values: Below, test: DiagnosticTest): Reading {
  const rows = rowsOf(values, 'Result.').map((row) => ({
    status: row.Status ?? '',
    name: row.HostNameReturned ?? '',
    addresses: row.IPAddresses ?? '',
    server: row.DNSServerIP ?? '',
    answer: row.AnswerType ?? '',
    responseMs: row.ResponseTime ?? '',
  }))
  const asked = test.kind === 'lookup' ? test.count : rows.length
  const good = number(values, 'SuccessCount')
  const times = rows.filter(({ status }) => status === 'Success').map((row) => Number(row.responseMs))
  const averageMs = times.length === 0 ? null : round(times.reduce((sum, one) => sum + one, 0) / times.length)
  return reading({ failedPercent: good === null ? null : percent(Math.max(0, asked - good), good), averageMs }, rows)
}

/** TR-143: bits per second are 8 x bytes / (EOMTime - BOMTime), times in microseconds. */
export function readSpeed(values: Below): Reading {
  const bytes =
    number(values, 'TestBytesReceived') ?? number(values, 'TestBytesSent') ?? number(values, 'TotalBytesSent')
  const between = (from: string, to: string): number | null => {
    const [start, end] = [microseconds(values.get(from)), microseconds(values.get(to))]
    return start === null || end === null || end < start ? null : end - start
  }
  const duration = between('BOMTime', 'EOMTime')
  const milliseconds = (span: number | null) => (span === null ? null : round(span / 1000))
  return reading({
    throughputMbps: bytes === null || duration === null || duration === 0 ? null : round((8 * bytes) / duration),
    bytes,
    durationMs: milliseconds(duration),
    connectMs: milliseconds(between('TCPOpenRequestTime', 'TCPOpenResponseTime')),
    firstByteMs: milliseconds(between('ROMTime', 'BOMTime')),
  })
}

export function readTcp(values: Below): Reading {
  const good = number(values, 'SuccessCount')
  return reading({
    lossPercent: percent(number(values, 'FailureCount'), good),
    averageMs: number(values, 'AverageResponseTime'),
    minimumMs: number(values, 'MinimumResponseTime'),
  })
}

/** The platform tells speeds in kbit/s. */
export function readBandwidth(values: Below): Reading {
  const speed = (name: string) => {
    const found = number(values, name)
    return found === null ? null : round(found / 1000)
  }
  return reading({
    throughputMbps: speed('AvgSpeed'),
    maximumMbps: speed('MaxSpeed'),
    minimumMbps: speed('MinSpeed'),
    errorCode: number(values, 'ErrorCode'),
  })
}

export function readPlay(values: Below): Reading {
  const state = number(values, 'PlayState')
  return reading({ isPlaying: state === null ? null : Math.min(1, Math.max(0, state)) })
}

/** The instances of a table, in order, each by its leaf names. */
function rowsOf(values: Below, table: string): Record<string, string>[] {
  return instancesIn(table, values.keys()).map((instance) => {
    const prefix = `${table}${instance}.`
    const own = [...values].filter(([name]) => name.startsWith(prefix))
    return Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), value]))
  })
}

/** Microseconds since the epoch; null for an unknown time. A time without zone is as good: only differences count. */
export function microseconds(text: string | undefined): number | null {
  const time = parseDateTime(text ?? '')
  if (time.kind !== 'time') return null
  const milliseconds = Date.parse(time.hasZone ? time.iso : `${time.iso}Z`)
  const beyond = /[.,]\d{3}(\d{1,3})/.exec(text ?? '')?.[1] ?? ''
  return milliseconds * 1000 + Number(beyond.padEnd(3, '0').slice(0, 3))
}
