import { parseDateTime } from '#shared/cwmp/date-time.ts'
import { formatBoolean, parseBoolean } from '#shared/cwmp/values.ts'
import type { QuirkValues } from '#shared/model/quirk.ts'

/** How a model likes its values written. */
export type WritingManner = Pick<QuirkValues, 'booleanForm' | 'dateTimeMilliseconds'>

/** A value in the form in which it is sent. */
export interface Form {
  value: string
  type: string
}

/**
 * The value as the box itself would write it (TR-069 A.2.1; field.md pain 20): booleans and times in the form that the
 * model is known to want, else in that of the value it reported.
 */
export function likeBox({ value, type }: Form, old: string | null, manner: WritingManner): Form {
  if (type === 'boolean') {
    const meaning = parseBoolean(value)
    if (meaning === undefined) return { value, type }
    const like = { asRead: old ?? '0', digit: '0', word: 'false' }[manner.booleanForm]
    return { value: formatBoolean(meaning, like), type }
  }
  if (type === 'dateTime' && manner.dateTimeMilliseconds !== 'asRead')
    return { value: withMilliseconds(value, manner.dateTimeMilliseconds === 'with'), type }
  if (type === 'dateTime' && old !== null && parseDateTime(old).kind === 'time')
    return { value: withMilliseconds(value, hasFraction(old)), type }
  return { value, type }
}

/**
 * Another form of the same value, for one more try after a refusal; undefined where there is none. A type that was given
 * by hand makes way for the box's own.
 */
export function alternativeForm(sent: Form, ownType: string | null): Form | undefined {
  const { value, type } = sent
  if (ownType !== null && ownType !== type) return { value, type: ownType }
  if (type === 'boolean') {
    const meaning = parseBoolean(value)
    return meaning === undefined
      ? undefined
      : { value: formatBoolean(meaning, /^[01]$/.test(value) ? 'true' : '1'), type }
  }
  if (type !== 'dateTime' || parseDateTime(value).kind !== 'time') return undefined
  return { value: withMilliseconds(value, !hasFraction(value)), type }
}

/** Which quirks an accepted form teaches. */
export function taughtBy({ value, type }: Form): Partial<WritingManner> {
  if (type === 'boolean') return { booleanForm: /^[01]$/.test(value) ? 'digit' : 'word' }
  if (type === 'dateTime') return { dateTimeMilliseconds: hasFraction(value) ? 'with' : 'without' }
  return {}
}

const fraction = /([T ]\d{1,2}:\d\d:\d\d)[.,]\d+/

function hasFraction(time: string): boolean {
  return fraction.test(time)
}

function withMilliseconds(time: string, isWanted: boolean): string {
  if (hasFraction(time) === isWanted) return time
  return isWanted ? time.replace(/([T ]\d{1,2}:\d\d:\d\d)/, '$1.000') : time.replace(fraction, '$1')
}
