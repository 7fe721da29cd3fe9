import type { Severity } from '#shared/model/syslog.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Only what stands at the head of a line is its time. */
const headLength = 120

const iso = /(\d{4})[-/](\d{1,2})[-/](\d{1,2})[T ](\d{1,2}):(\d{2}):(\d{2})(?:[.,](\d{1,9}))?\s?(Z|[+-]\d{2}:?\d{2})?/
const syslog = /\b([A-Z][a-z]{2}) {1,2}(\d{1,2}) (?:(\d{4}) )?(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?/
const logcat = /^(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})\.(\d{3})/
const compact = /(?<!\d)(20\d{2})(\d{2})(\d{2})[-_ T]?(\d{2})(\d{2})(\d{2})(?!\d)/

/**
 * The time of a log line in milliseconds since the epoch, or null. A time without zone is taken as this PC's, one without
 * year as of `year`: the technician stands beside the box.
 */
export function logTime(line: string, year: number): number | null {
  const head = line.slice(0, headLength)
  const [, y, mo, d, h, mi, s, fraction, zone] = iso.exec(head) ?? []
  if (y !== undefined) return timeOf([y, mo, d, h, mi, s].map(Number), fraction, zone)
  const short = logcat.exec(head)
  if (short) return timeOf([year, ...short.slice(1, 6).map(Number)], short[6])
  const [, month, day, ownYear, hour, minute, second, part] = syslog.exec(head) ?? []
  const number = months.indexOf(month?.toLowerCase() ?? '') + 1
  if (number > 0) return timeOf([Number(ownYear ?? year), number, ...[day, hour, minute, second].map(Number)], part)
  const dense = compact.exec(head)
  return dense ? timeOf(dense.slice(1, 7).map(Number)) : null
}

function timeOf(parts: number[], fraction = '', zone?: string): number | null {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60) return null
  const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3))
  if (zone === undefined) return new Date(year, month - 1, day, hour, minute, second, milliseconds).getTime()
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? []
  const offset = sign === undefined ? 0 : (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
  return Date.UTC(year, month - 1, day, hour, minute, second, milliseconds) - offset * 60_000
}

const names: readonly [pattern: RegExp, severity: Severity][] = [
  [/\b(?:EMERG(?:ENCY)?|PANIC)\b/i, 'emergency'],
  [/\bALERT\b/, 'alert'],
  [/\b(?:CRIT(?:ICAL)?|FATAL)\b/i, 'critical'],
  [/\bERR(?:OR)?\b|错误|失败/i, 'error'],
  [/\bWARN(?:ING)?\b|警告|告警/i, 'warning'],
  [/\bNOTICE\b/i, 'notice'],
  [/\bINFO(?:RMATION(?:AL)?)?\b/i, 'info'],
  [/\b(?:DEBUG|TRACE|VERBOSE)\b/i, 'debug'],
]
const letters: Record<string, Severity> = { F: 'critical', E: 'error', W: 'warning', I: 'info', D: 'debug', V: 'debug' }
const bySyslog = ['emergency', 'alert', 'critical', 'error', 'warning', 'notice', 'info', 'debug'] as const

/** How grave a line is: by its syslog priority, its letter of logcat, or the first word of its head that says so. */
export function logSeverity(line: string): Severity | null {
  const head = line.slice(0, headLength)
  const priority = /^<(\d{1,3})>/.exec(head)?.[1]
  if (priority !== undefined && Number(priority) < 192) return bySyslog[Number(priority) & 7] ?? null
  const letter = /^[\d-]+ [\d:.]+\s+(?:\d+\s+\d+\s+)?([FEWIDV])[ /]/.exec(head)?.[1]
  if (letter !== undefined) return letters[letter] ?? null
  const found = names.flatMap(([pattern, severity]) => {
    const at = head.search(pattern)
    return at < 0 ? [] : [{ at, severity }]
  })
  return found.toSorted((a, b) => a.at - b.at)[0]?.severity ?? null
}
