import { parseDateTime } from '../cwmp/date-time.ts'
import { fitsType, formatBoolean, parseBoolean, VALUE_TYPES } from '../cwmp/values.ts'
import type { ValueFormat, ValueRule } from '../dictionary/entry.ts'

/** Why a value cannot be written; worded under `validation.<code>` with the params. */
export type ValidationCode =
  | 'boolean'
  | 'integer'
  | 'number'
  | 'range'
  | 'tooLong'
  | 'tooShort'
  | 'notAllowed'
  | 'ip'
  | 'ipv4'
  | 'mac'
  | 'url'
  | 'dateTime'
  | 'hex'
  | 'base64'
  | 'pattern'
  | 'controlCharacter'

export type Validation =
  /** `lexical` is the value in the form in which it is written. */
  { ok: true; lexical: string } | { ok: false; code: ValidationCode; params: Record<string, string | number> }

/**
 * Checks what somebody typed for a parameter, and gives it the form of the value that the box has now (`like`): its kind
 * of boolean, its separator and case of addresses. An empty text is allowed where only a length or a format would forbid
 * it: that is how a value is taken away.
 */
export function validateValue(rule: ValueRule, text: string, like = ''): Validation {
  const formed = formOf(rule, text, like)
  if (!formed.ok) return formed
  return limitsOf(rule, formed.lexical) ?? formed
}

function formOf(rule: ValueRule, text: string, like: string): Validation {
  const trimmed = text.trim()
  switch (rule.type) {
    case 'boolean': {
      const value = parseBoolean(trimmed)
      return value === undefined ? wrong('boolean') : right(formatBoolean(value, like))
    }
    case 'dateTime':
      return parseDateTime(trimmed).kind === 'invalid'
        ? wrong('dateTime')
        : right(trimmed.replace(/^(\S+) +(?=\d)/, '$1T'))
    case 'hexBinary': {
      const digits = trimmed.replace(/[\s:]/g, '')
      if (!/^(?:[0-9a-f]{2})*$/i.test(digits)) return wrong('hex')
      return right(inCaseOf(like, digits))
    }
    case 'base64':
    case 'base64Binary':
      return isBase64(trimmed) ? right(trimmed.replace(/\s/g, '')) : wrong('base64')
    case 'string':
      return ofFormat(rule.format, text, like)
    default:
      return numeric(rule.type, trimmed)
  }
}

function numeric(type: string, text: string): Validation {
  if (!(VALUE_TYPES as readonly string[]).includes(type) || !isNumeric(type)) return right(text)
  if (!fitsType(text, type)) {
    if (/^[+-]?\d+$/.test(text)) return wrong('range', boundsOf(type))
    return wrong(type === 'decimal' || type === 'float' || type === 'double' ? 'number' : 'integer')
  }
  return right(text.replace(/^\+/, '').replace(/^(-?)0+(?=\d)/, '$1'))
}

function isNumeric(type: string): boolean {
  return !fitsType('x', type)
}

function boundsOf(type: string): Record<string, string | number> {
  const bounds: Record<string, [string, string]> = {
    int: ['-2147483648', '2147483647'],
    unsignedInt: ['0', '4294967295'],
    long: ['-9223372036854775808', '9223372036854775807'],
    unsignedLong: ['0', '18446744073709551615'],
  }
  const [min, max] = bounds[type] ?? ['–', '–']
  return { min, max }
}

function isBase64(text: string): boolean {
  const packed = text.replace(/\s/g, '')
  return packed.length % 4 === 0 && /^[a-z0-9+/]*={0,2}$/i.test(packed)
}

/** Forms of text, and how each is brought into the box's spelling. */
const formats: Record<ValueFormat, (text: string, like: string) => Validation> = {
  ipv4: (text) => (isIpv4(text) ? right(text) : wrong('ipv4')),
  ip: (text) => (isIpv4(text) || isIpv6(text) ? right(text) : wrong('ip')),
  ipList: (text) => {
    const items = itemsOf(text)
    return items.every((item) => isIpv4(item) || isIpv6(item)) ? right(items.join(',')) : wrong('ip')
  },
  list: (text) => right(itemsOf(text).join(',')),
  mac: (text, like) => {
    const digits = text.replace(/[\s:.-]/g, '')
    if (!/^[0-9a-f]{12}$/i.test(digits)) return wrong('mac')
    const separator = /^[0-9a-f]{12}$/i.test(like) ? '' : like.includes('-') ? '-' : ':'
    const cased = like === '' ? digits.toUpperCase() : inCaseOf(like, digits)
    return right((cased.match(/../g) ?? []).join(separator))
  },
  url: (text) => (/^[a-z][a-z0-9+.-]*:\/\/[^\s/?#]+\S*$/i.test(text) ? right(text) : wrong('url')),
}

function ofFormat(format: ValueFormat | undefined, text: string, like: string): Validation {
  if (/[\0-\x08\x0b\x0c\x0e-\x1f]/.test(text)) return wrong('controlCharacter')
  if (format === undefined || text.trim() === '') return right(format === undefined ? text : '')
  return formats[format](text.trim(), like)
}

function itemsOf(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

function isIpv4(text: string): boolean {
  return /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/.test(text) && !/(?:^|\.)0\d/.test(text)
}

function isIpv6(text: string): boolean {
  if (!/^[0-9a-f:.]+$/i.test(text) || text.includes(':::') || (text.match(/::/g)?.length ?? 0) > 1) return false
  const [address = '', tail] = /^(.*:)(\d+\.[\d.]+)$/.exec(text)?.slice(1) ?? [text]
  if (tail !== undefined && !isIpv4(tail)) return false
  const groups = address.split(':').filter((group) => group !== '')
  const count = groups.length + (tail === undefined ? 0 : 2)
  return groups.every((group) => group.length <= 4) && (text.includes('::') ? count < 8 : count === 8)
}

function inCaseOf(like: string, text: string): string {
  const letters = like.replace(/[^a-f]/gi, '')
  if (letters === '') return text
  return letters === letters.toLowerCase() ? text.toLowerCase() : text.toUpperCase()
}

function limitsOf(rule: ValueRule, value: string): Validation | null {
  const { min, max, values, pattern } = rule
  if (isNumeric(rule.type) && rule.type !== 'boolean' && rule.type !== 'dateTime' && rule.type !== 'hexBinary') {
    const number = Number(value)
    if ((min !== undefined && number < min) || (max !== undefined && number > max))
      return wrong('range', {
        ...boundsOf(rule.type),
        ...(min !== undefined && { min }),
        ...(max !== undefined && { max }),
      })
  }
  if (values && !values.some((allowed) => allowed.value === value))
    return wrong('notAllowed', { values: values.map((allowed) => allowed.value).join(', ') })
  return (
    lengthOf(rule, value) ?? (pattern === undefined || matches(pattern, value) ? null : wrong('pattern', { pattern }))
  )
}

function lengthOf({ type, minLength, maxLength }: ValueRule, value: string): Validation | null {
  const length = sizeOf(type, value)
  if (maxLength !== undefined && length > maxLength) return wrong('tooLong', { max: maxLength, length })
  if (minLength !== undefined && length < minLength) return wrong('tooShort', { min: minLength, length })
  return null
}

function sizeOf(type: string, value: string): number {
  if (type === 'hexBinary') return value.length / 2
  if (type.startsWith('base64')) return (value.length / 4) * 3 - (/=*$/.exec(value)?.[0].length ?? 0)
  return [...value].length
}

/** Patterns come from files: one that is no regular expression stops nothing. */
function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`).test(value)
  } catch {
    return true
  }
}

function right(lexical: string): Validation {
  return { ok: true, lexical }
}

function wrong(code: ValidationCode, params: Record<string, string | number> = {}): Validation {
  return { ok: false, code, params }
}
