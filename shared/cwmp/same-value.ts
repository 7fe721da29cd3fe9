import { parseDateTime } from './date-time.ts'
import { fitsType, parseBoolean } from './values.ts'

/** Whether two lexical values of a type mean the same: `1` and `true`, `+5` and `5`, a time in two zones. */
export function meansSame(a: string, b: string, type: string): boolean {
  if (a === b) return true
  if (!fitsType(a, type) || !fitsType(b, type)) return false
  switch (type) {
    case 'string':
      return false
    case 'boolean':
      return parseBoolean(a) === parseBoolean(b)
    case 'dateTime':
      return JSON.stringify(parseDateTime(a)) === JSON.stringify(parseDateTime(b))
    case 'hexBinary':
      return a.trim().toLowerCase() === b.trim().toLowerCase()
    case 'base64':
    case 'base64Binary':
      return a.replace(/\s/g, '') === b.replace(/\s/g, '')
    default:
      return isInteger(a) && isInteger(b) ? BigInt(unsigned(a)) === BigInt(unsigned(b)) : a.trim() === b.trim()
  }
}

function isInteger(text: string): boolean {
  return /^\s*[+-]?\d+\s*$/.test(text)
}

/** BigInt takes no plus sign. */
function unsigned(text: string): string {
  return text.trim().replace(/^\+/, '')
}
