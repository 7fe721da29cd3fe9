import { faultOf } from '../cwmp/faults.ts'
import type { ErrorData } from '../errors.ts'
import { dictionaries, type Language } from './index.ts'

/** An error in words, for places without the renderer: logs, JSON-RPC, dialogs of the system. */
export interface WordedError {
  message: string
  remedy: string
}

interface FaultText {
  name: string
  cause: string
  remedy: string
}

/** Words an error in English, or in the given language. */
export function wordError({ code, params, remedy }: ErrorData, language: Language = 'en'): WordedError {
  const texts = dictionaries[language]
  const values = { ...params, code }
  const fault = faultText(code, texts.faults)
  if (fault) {
    const message = typeof params.message === 'string' && params.message !== '' ? ` (${params.message})` : ''
    return { message: fill(`${fault.name}: ${fault.cause}`, values) + message, remedy: fill(fault.remedy, values) }
  }
  const { title, cause } = own(texts.errors, code) ?? texts.errors.unknown
  const advice: { text: string } | undefined = own(texts.remedies, remedy)
  return { message: fill(`${title}. ${cause}`, values), remedy: fill(advice?.text ?? '', values) }
}

/** The text of a CWMP fault code, of the form `CWMP_9005`; undefined for any other code. */
function faultText(code: string, faults: Record<string, FaultText>): FaultText | undefined {
  const number = /^CWMP_(\d+)$/.exec(code)?.[1]
  return number === undefined ? undefined : own(faults, faultOf(Number(number)).key)
}

/** Puts parameters into a text; one that is not given leaves a dash rather than a hole. */
export function fill(text: string, params: Record<string, unknown>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_match, name: string) => String(own(params, name) ?? '–'))
}

function own<T>(table: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
