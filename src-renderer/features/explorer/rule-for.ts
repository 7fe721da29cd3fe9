import { fitsType } from '#shared/cwmp/values.ts'
import { lookup, ruleOf, type ValueRule } from '#shared/dictionary/index.ts'
import type { ModelParameter } from '#shared/model/data-model.ts'

/**
 * What may be written to a parameter: the dictionary's rule where it speaks of the kind of value that the box has, else the
 * box's own type without limits.
 */
export function ruleFor(path: string, type: string | null): ValueRule {
  const entry = lookup(path)
  const rule = entry && ruleOf(entry)
  if (!rule) return { type: type ?? 'string' }
  if (type === null || type === rule.type) return rule
  return isNumber(type) && isNumber(rule.type) ? { ...rule, type } : { type }
}

/** What a loaded data model allows. */
export function ruleOfModel({ type, min, max, minLength, maxLength, pattern, values }: ModelParameter): ValueRule {
  return {
    type,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(minLength === undefined ? {} : { minLength }),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(values === undefined ? {} : { values: values.map((value) => ({ value })) }),
  }
}

function isNumber(type: string): boolean {
  return !['boolean', 'dateTime', 'hexBinary'].includes(type) && !fitsType('x', type)
}

/** The limits of a rule as a technician reads them: `1 … 32`, `≤ 64`; null where there are none. */
export function limitsText({
  min,
  max,
  minLength,
  maxLength,
}: ValueRule): { kind: 'range' | 'length'; text: string } | null {
  if (min !== undefined || max !== undefined) return { kind: 'range', text: span(min, max) }
  if (minLength !== undefined || maxLength !== undefined) return { kind: 'length', text: span(minLength, maxLength) }
  return null
}

function span(from: number | undefined, to: number | undefined): string {
  if (from === undefined) return `≤ ${to}`
  return to === undefined ? `≥ ${from}` : `${from} … ${to}`
}
