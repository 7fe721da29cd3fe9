import { nearestWord } from './spelling.ts'

/** Whose answer delivers an event to the ACS (TR-069 3.7.1.5; spec 03 section 4). */
export type EventDelivery =
  | 'InformResponse'
  | 'KickedResponse'
  | 'TransferCompleteResponse'
  | 'RequestDownloadResponse'
  | 'AutonomousTransferCompleteResponse'
  | 'DUStateChangeCompleteResponse'
  | 'AutonomousDUStateChangeCompleteResponse'

export interface StandardEvent {
  number: number
  /** Code as the standard writes it, number included. */
  code: string
  deliveredBy: EventDelivery
}

/** The single events of TR-069, in order of their numbers. */
export const STANDARD_EVENTS: readonly StandardEvent[] = [
  { number: 0, code: '0 BOOTSTRAP', deliveredBy: 'InformResponse' },
  { number: 1, code: '1 BOOT', deliveredBy: 'InformResponse' },
  { number: 2, code: '2 PERIODIC', deliveredBy: 'InformResponse' },
  { number: 3, code: '3 SCHEDULED', deliveredBy: 'InformResponse' },
  { number: 4, code: '4 VALUE CHANGE', deliveredBy: 'InformResponse' },
  { number: 5, code: '5 KICKED', deliveredBy: 'KickedResponse' },
  { number: 6, code: '6 CONNECTION REQUEST', deliveredBy: 'InformResponse' },
  { number: 7, code: '7 TRANSFER COMPLETE', deliveredBy: 'TransferCompleteResponse' },
  { number: 8, code: '8 DIAGNOSTICS COMPLETE', deliveredBy: 'InformResponse' },
  { number: 9, code: '9 REQUEST DOWNLOAD', deliveredBy: 'RequestDownloadResponse' },
  { number: 10, code: '10 AUTONOMOUS TRANSFER COMPLETE', deliveredBy: 'AutonomousTransferCompleteResponse' },
  { number: 11, code: '11 DU STATE CHANGE COMPLETE', deliveredBy: 'DUStateChangeCompleteResponse' },
  {
    number: 12,
    code: '12 AUTONOMOUS DU STATE CHANGE COMPLETE',
    deliveredBy: 'AutonomousDUStateChangeCompleteResponse',
  },
  { number: 13, code: '13 WAKEUP', deliveredBy: 'InformResponse' },
  { number: 14, code: '14 HEARTBEAT', deliveredBy: 'InformResponse' },
]

/** The methods whose completion is an `M <method>` event, with the CommandKey of the request. */
export const METHOD_EVENTS = {
  Reboot: 'InformResponse',
  ScheduleInform: 'InformResponse',
  Download: 'TransferCompleteResponse',
  ScheduleDownload: 'TransferCompleteResponse',
  Upload: 'TransferCompleteResponse',
  ChangeDUState: 'DUStateChangeCompleteResponse',
} as const satisfies Record<string, EventDelivery>
export type EventMethod = keyof typeof METHOD_EVENTS

/** An event code understood; `isMisspelt` where the box wrote it other than the standard does. */
export type NormalEvent =
  | { kind: 'standard'; number: number; name: string; isMisspelt: boolean }
  | { kind: 'method'; method: EventMethod; isMisspelt: boolean }
  | { kind: 'vendor'; vendor: string; text: string; isMisspelt: boolean }
  | { kind: 'unknown'; text: string }

/**
 * Reads an event code as boxes write it: by its number if it has one, else by its letters, with case, blanks and
 * underscores ignored. Keep the raw text for display.
 */
export function normaliseEvent(raw: string): NormalEvent {
  const text = raw.trim().replace(/\s+/g, ' ')
  return standardEvent(raw, text) ?? methodEvent(raw, text) ?? vendorEvent(raw, text) ?? { kind: 'unknown', text }
}

/** The code as the standard writes it; for what is in no published form, its text. */
export function eventCodeOf(event: NormalEvent): string {
  switch (event.kind) {
    case 'standard':
      return `${event.number} ${event.name}`
    case 'method':
      return `M ${event.method}`
    case 'vendor':
      return `X ${event.vendor} ${event.text}`
    case 'unknown':
      return event.text
  }
}

function letters(text: string): string {
  return text.replace(/[\s_]+/g, '').toUpperCase()
}

function standardEvent(raw: string, text: string): NormalEvent | undefined {
  const number = /^(\d{1,2})(?!\d)/.exec(text)?.[1]
  const named = number === undefined ? letters(text.replace(/^M /i, '')) : undefined
  const event = STANDARD_EVENTS.find(({ number: known, code }) =>
    named === undefined ? known === Number(number) : letters(code.slice(code.indexOf(' '))) === named,
  )
  if (event === undefined) return undefined
  return {
    kind: 'standard',
    number: event.number,
    name: event.code.slice(event.code.indexOf(' ') + 1),
    isMisspelt: raw !== event.code,
  }
}

function methodEvent(raw: string, text: string): NormalEvent | undefined {
  const found = /^M[ _]?(\S.*)$/i.exec(text)?.[1]
  if (found === undefined) return undefined
  const methods = Object.keys(METHOD_EVENTS) as EventMethod[]
  const method = methods.find((known) => known.toUpperCase() === letters(found)) ?? nearestWord(found, methods)
  if (method === undefined) return undefined
  return { kind: 'method', method: method as EventMethod, isMisspelt: raw !== `M ${method}` }
}

/** `X <vendor> <text>`, `M X_<vendor>_<method>`, and the forms boxes make of them. */
const VENDOR_FORMS: { form: RegExp; isStandard: boolean }[] = [
  { form: /^X ([^\s_]+) (.+)$/, isStandard: true },
  { form: /^M X_([^\s_]+)_(\S+)$/, isStandard: true },
  { form: /^(?:M )?X[ _]([^\s_]+)[ _](.+)$/i, isStandard: false },
  { form: /^X([0-9A-F]{6})[ _]?(.+)$/i, isStandard: false },
  { form: /^M ([^\s_]+)[ _](.+)$/i, isStandard: false },
]

function vendorEvent(raw: string, text: string): NormalEvent | undefined {
  for (const { form, isStandard } of VENDOR_FORMS) {
    const match = form.exec(text)
    if (match !== null) {
      const [, vendor = '', rest = ''] = match
      return { kind: 'vendor', vendor, text: rest, isMisspelt: !isStandard || raw !== text }
    }
  }
  return undefined
}
