import { parseDateTime } from './date-time.ts'

/** A parameter value converted; text where the type has no better form, or where the value does not fit its type. */
export type TypedValue = string | number | boolean

/** Local names of the types that TR-069 (A.2.1) and TR-106 use; all others are read as `string`. */
export const VALUE_TYPES = [
  ...['string', 'int', 'unsignedInt', 'boolean', 'dateTime', 'base64', 'base64Binary', 'hexBinary'],
  ...['long', 'unsignedLong', 'decimal', 'float', 'double', 'short', 'unsignedShort', 'byte', 'unsignedByte'],
  ...['integer', 'nonNegativeInteger', 'positiveInteger', 'anyURI', 'anySimpleType', 'date', 'time', 'duration'],
  ...['token', 'normalizedString', 'language', 'NMTOKEN'],
] as const
export type ValueType = (typeof VALUE_TYPES)[number]

/** Inclusive bounds of the integer types. */
const BOUNDS = new Map(
  Object.entries<readonly [number, number]>({
    int: [-2147483648, 2147483647],
    unsignedInt: [0, 4294967295],
    long: [-(2 ** 63), 2 ** 63],
    unsignedLong: [0, 2 ** 64],
    short: [-32768, 32767],
    unsignedShort: [0, 65535],
    byte: [-128, 127],
    unsignedByte: [0, 255],
    integer: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    nonNegativeInteger: [0, Number.POSITIVE_INFINITY],
    positiveInteger: [1, Number.POSITIVE_INFINITY],
  }),
)

const FRACTIONAL = new Set(['decimal', 'float', 'double'])
const INTEGER_FORM = /^[+-]?\d+$/
const FRACTIONAL_FORM = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i

const BOOLEANS = new Map([
  ['1', true],
  ['true', true],
  ['0', false],
  ['false', false],
])

/** `1`, `0`, `true`, `false` in any case, blanks around them ignored; undefined for anything else. */
export function parseBoolean(text: string): boolean | undefined {
  if (text === '1') return true
  if (text === '0') return false
  return BOOLEANS.get(text.trim().toLowerCase())
}

/** Writes a boolean the way the box last wrote it (`like`): old boxes know one form only. */
export function formatBoolean(value: boolean, like = '0'): string {
  if (!/^\s*(?:true|false)\s*$/i.test(like)) return value ? '1' : '0'
  return value ? 'true' : 'false'
}

/**
 * Converts a lexical value by the local name of its xsi:type. Integers beyond 2^53 keep their digits as text; a value
 * that does not fit its type stays as it is.
 */
export function parseValue(value: string, type: string): TypedValue {
  if (type === 'string') return value
  if (type === 'boolean') return parseBoolean(value) ?? value
  if (!fitsType(value, type)) return value
  if (!BOUNDS.has(type) && !FRACTIONAL.has(type)) return value
  const number = Number(value)
  return Number.isSafeInteger(number) || FRACTIONAL.has(type) ? number : value.trim()
}

/** Whether a value is a lexical form of the type; always true for types without one. */
export function fitsType(value: string, type: string): boolean {
  if (type === 'string') return true
  if (type === 'boolean') return parseBoolean(value) !== undefined
  const bounds = BOUNDS.get(type)
  const trimmed = value.trim()
  if (bounds !== undefined) {
    return INTEGER_FORM.test(trimmed) && Number(trimmed) >= bounds[0] && Number(trimmed) <= bounds[1]
  }
  if (FRACTIONAL.has(type)) return FRACTIONAL_FORM.test(trimmed)
  if (type === 'hexBinary') return /^(?:[0-9a-f]{2})*$/i.test(trimmed)
  if (type === 'dateTime') return parseDateTime(trimmed).kind !== 'invalid'
  return true
}
