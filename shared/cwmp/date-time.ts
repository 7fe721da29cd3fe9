/** What a CWMP dateTime means (TR-069 A.2.1, spec 02 section 4). */
export type ParsedDateTime =
  /** A point in time: ISO 8601, in UTC with `Z` when the box gave a zone, else in the box's local time without one. */
  | { kind: 'time'; iso: string; hasZone: boolean }
  /** Empty, or 0001-01-01T00:00:00: the box does not know. */
  | { kind: 'unknown' }
  /** Year 0001 without zone: seconds since the box started. */
  | { kind: 'relative'; seconds: number }
  | { kind: 'invalid' }

const DATE_TIME =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i

/**
 * Reads a dateTime as boxes write it: fraction or none, `+0800` for `+08:00`, a blank for `T`, a lower-case `z`,
 * seconds or the whole time left out.
 */
export function parseDateTime(text: string): ParsedDateTime {
  const trimmed = text.trim()
  if (trimmed === '') return { kind: 'unknown' }
  const match = DATE_TIME.exec(trimmed)
  if (match === null) return { kind: 'invalid' }
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part || 0))
  const milliseconds = Number((match[7] ?? '0').padEnd(3, '0').slice(0, 3))
  const date = new Date(Date.UTC(2000, month - 1, day, hour, minute, second, milliseconds))
  date.setUTCFullYear(year, month - 1, day)
  if (month < 1 || month > 12 || date.getUTCDate() !== day || hour > 23 || minute > 59 || second > 60)
    return { kind: 'invalid' }

  const zone = match[8]
  if (year <= 1) {
    const seconds = (date.getTime() - START_OF_YEAR_ONE) / 1000
    if (seconds <= 0 || year === 0) return { kind: 'unknown' }
    return zone === undefined ? { kind: 'relative', seconds } : { kind: 'unknown' }
  }
  if (zone === undefined)
    return {
      kind: 'time',
      iso: date
        .toISOString()
        .slice(0, -1)
        .replace(/\.000$/, ''),
      hasZone: false,
    }
  date.setTime(date.getTime() - zoneMinutes(zone) * 60_000)
  return { kind: 'time', iso: date.toISOString().replace('.000Z', 'Z'), hasZone: true }
}

const START_OF_YEAR_ONE = Date.parse('0001-01-01T00:00:00Z')

function zoneMinutes(zone: string): number {
  if (/^z$/i.test(zone)) return 0
  const digits = zone.slice(1).replace(':', '')
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || 0)
  return zone.startsWith('-') ? -minutes : minutes
}

/** The last year in which a clock shows that it was never set: boxes start at 1970 or 2000. */
const LAST_YEAR_OF_UNSET_CLOCKS = 2000

/** Whether a box's clock has been set since it was built. */
export function isClockSet(time: ParsedDateTime): boolean {
  return time.kind === 'time' && Number(time.iso.slice(0, 4)) > LAST_YEAR_OF_UNSET_CLOCKS
}
