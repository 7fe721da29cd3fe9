import type { Limit, LiveContext, ParameterSpec, RowContext, Scalar, Source, TableSpec, ValueType } from './spec.ts'
import { emptyValue } from './spec.ts'

/** Words with which the model tables are written: read-only by default, `rw` makes a parameter writable. */

const parameter = (type: ValueType, initial: Source, ...limits: Limit[]): ParameterSpec => ({
  type,
  initial,
  writable: false,
  hidden: false,
  notify: 'free',
  limits,
})

/** A string of at most `max` characters. */
export const text = (initial: Source = '', max = 256): ParameterSpec =>
  parameter('string', initial, { kind: 'length', min: 0, max })

/** One of a list of words. */
export const word = (initial: Source, values: readonly string[]): ParameterSpec =>
  parameter('string', initial, { kind: 'oneOf', values })

const range = (min?: number, max?: number): Limit => ({
  kind: 'range',
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
})

export const uint = (initial: Source = 0, min = 0, max = 4_294_967_295): ParameterSpec =>
  parameter('unsignedInt', initial, range(min, max))
export const ulong = (initial: Source = 0): ParameterSpec => parameter('unsignedLong', initial)
export const int = (initial: Source = 0, min?: number, max?: number): ParameterSpec =>
  parameter('int', initial, range(min, max))
export const flag = (initial: Source = false): ParameterSpec => parameter('boolean', initial)
export const base64 = (initial: Source = '', max = 4095): ParameterSpec =>
  parameter('base64', initial, { kind: 'length', min: 0, max })
export const time = (initial: Source = emptyValue('dateTime')): ParameterSpec => parameter('dateTime', initial)

const IPV4 = /^(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$/
const MAC = /^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$/

/** An IPv4 address or nothing. */
export const ip = (initial: Source = ''): ParameterSpec =>
  parameter('string', initial, { kind: 'pattern', pattern: IPV4, allowEmpty: true })
export const mac = (initial: Source = ''): ParameterSpec =>
  parameter('string', initial, { kind: 'pattern', pattern: MAC, allowEmpty: true })

export const rw = (spec: ParameterSpec): ParameterSpec => ({ ...spec, writable: true })
/** A secret: writable, reads back empty. */
export const secret = (max = 256, initial: Source = ''): ParameterSpec => ({ ...rw(text(initial, max)), hidden: true })
/** Refuses active notification with 9009, as counters do. */
export const quiet = (spec: ParameterSpec): ParameterSpec => ({ ...spec, notify: 'deny' })
/** Always has active notification. */
export const watched = (spec: ParameterSpec): ParameterSpec => ({ ...spec, notify: 'forced' })

/** A value that is computed at each read. */
export const live = (spec: ParameterSpec, read: (context: LiveContext) => Scalar): ParameterSpec => ({
  ...spec,
  live: read,
  notify: 'deny',
})

/** A counter that grows by about `perSecond` while the box is up. */
export const counter = (spec: ParameterSpec, perSecond: number): ParameterSpec =>
  live(spec, ({ upTime, facts, row }) => {
    const share = 1 + ((facts.index + row.reduce((sum, n) => sum + n, 0)) % 5) / 10
    const limit = spec.type === 'unsignedInt' ? 4_294_967_296 : Number.MAX_SAFE_INTEGER
    return Math.floor((upTime * perSecond * share) % limit)
  })

/** A measurement that swings by `swing` around `middle`, slowly, never the same for two boxes. */
export const wave = (spec: ParameterSpec, middle: number, swing: number): ParameterSpec =>
  live(spec, ({ upTime, facts }) => Math.round(middle + swing * wobble(upTime, facts.index)))

/** A smooth pseudo-random number in -1..1 for a moment of a box. */
export function wobble(seconds: number, seed: number): number {
  return (Math.sin(seconds / 7 + seed) + Math.sin(seconds / 2.3 + seed * 3) + Math.sin(seconds / 31)) / 3
}

/** Number of instances of the sibling table. */
export const countOf = (table: string): ParameterSpec => ({
  ...parameter('unsignedInt', 0),
  live: ({ count }) => count(table),
})

/** A value per row of the innermost table; rows beyond the list start with `otherwise`. */
export const perRow =
  (values: readonly Scalar[], otherwise: Scalar = ''): ((context: RowContext) => Scalar) =>
  ({ row }) =>
    values[(row.at(-1) ?? 1) - 1] ?? otherwise

/** A table whose rows the box makes itself. */
export const fixedTable = (rows: number): TableSpec => ({ rows, create: false, max: Number.MAX_SAFE_INTEGER })
/** A table to which the ACS may add. */
export const openTable = (rows: number, max = 64): TableSpec => ({ rows, create: true, max })

/** MAC address of the box with its last byte moved on by `offset`. */
export function macPlus(macAddress: string, offset: number): string {
  const value = (Number.parseInt(macAddress.replaceAll(':', ''), 16) + offset) % 2 ** 48
  return value.toString(16).padStart(12, '0').toUpperCase().match(/../g)?.join(':') ?? macAddress
}

/** dateTime in the local zone of the box, seconds precision. */
export function localTime(date: Date, offsetMinutes = 480): string {
  const local = new Date(date.getTime() + offsetMinutes * 60_000).toISOString().slice(0, 19)
  const sign = offsetMinutes < 0 ? '-' : '+'
  const hours = String(Math.floor(Math.abs(offsetMinutes) / 60)).padStart(2, '0')
  return `${local}${sign}${hours}:${String(Math.abs(offsetMinutes) % 60).padStart(2, '0')}`
}

/** dateTime in UTC with microseconds, as the TR-143 results want it. */
export const preciseTime = (date: Date): string => date.toISOString().replace('Z', '000Z')
