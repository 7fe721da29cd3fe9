import type { FaultCode } from '../faults.ts'
import type { Limit, ParameterSpec, ValueType } from './spec.ts'

const INTEGER = /^[+-]?\d+$/
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)?$/

const LEXICAL: Readonly<Record<ValueType, (value: string) => boolean>> = {
  string: () => true,
  int: (value) => inRange(value, -(2n ** 31n), 2n ** 31n - 1n),
  unsignedInt: (value) => inRange(value, 0n, 2n ** 32n - 1n),
  long: (value) => inRange(value, -(2n ** 63n), 2n ** 63n - 1n),
  unsignedLong: (value) => inRange(value, 0n, 2n ** 64n - 1n),
  boolean: (value) => ['0', '1', 'true', 'false'].includes(value),
  dateTime: (value) => DATE_TIME.test(value) && !Number.isNaN(Date.parse(value.replace(/^0001/, '2001'))),
  base64: (value) => /^[A-Za-z0-9+/\s]*={0,2}$/.test(value),
  hexBinary: (value) => /^([0-9A-Fa-f]{2})*$/.test(value),
}

function inRange(value: string, min: bigint, max: bigint): boolean {
  if (!INTEGER.test(value)) {
    return false
  }
  const number = BigInt(value.replace(/^\+/, ''))
  return number >= min && number <= max
}

/** Names under which a type may arrive in `xsi:type`, beside its own. */
const ALIASES: Readonly<Partial<Record<ValueType, readonly string[]>>> = {
  base64: ['base64Binary'],
}

/** Whether `xsi:type` (local name, undefined when absent) fits the parameter; a misfit is fault 9006. */
export function typeFits(spec: ParameterSpec, sent: string | undefined): boolean {
  return sent === undefined || sent === spec.type || (ALIASES[spec.type]?.includes(sent) ?? false)
}

/** Checks a new value; the fault code it deserves, or undefined when it may be stored. */
export function checkValue(spec: ParameterSpec, value: string): FaultCode | undefined {
  const fits = LEXICAL[spec.type](value) && spec.limits.every((limit) => withinLimit(limit, value))
  return fits ? undefined : 9007
}

function withinLimit(limit: Limit, value: string): boolean {
  switch (limit.kind) {
    case 'range':
      return Number(value) >= (limit.min ?? -Infinity) && Number(value) <= (limit.max ?? Infinity)
    case 'length':
      return value.length >= limit.min && value.length <= limit.max
    case 'oneOf':
      return limit.values.includes(value)
    case 'pattern':
      return (limit.allowEmpty && value === '') || limit.pattern.test(value)
  }
}

/** The form in which a value is kept: booleans as 1 and 0, the rest as sent. */
export function storedForm(type: ValueType, value: string): string {
  return type === 'boolean' ? (value === 'true' || value === '1' ? '1' : '0') : value
}
