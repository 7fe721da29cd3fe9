import type { EventEntry } from './soap/messages.ts'

type Rule = {
  /** Which answer of the ACS delivers the event. */
  readonly by: 'Inform' | 'TransferComplete' | 'DUStateChangeComplete'
  readonly survivesReboot: boolean
  readonly isRetried: boolean
}

const kept: Rule = { by: 'Inform', survivesReboot: true, isRetried: true }
const untilReboot: Rule = { by: 'Inform', survivesReboot: false, isRetried: true }
const transfer: Rule = { by: 'TransferComplete', survivesReboot: true, isRetried: true }
const deployment: Rule = { by: 'DUStateChangeComplete', survivesReboot: true, isRetried: true }

/** How long an event is kept (TR-069 3.7.1.5; spec 03, section 4); vendor events go as `4 VALUE CHANGE` does. */
const RULES: Readonly<Record<string, Rule>> = {
  '0 BOOTSTRAP': kept,
  '1 BOOT': untilReboot,
  '2 PERIODIC': kept,
  '3 SCHEDULED': kept,
  '4 VALUE CHANGE': untilReboot,
  '6 CONNECTION REQUEST': { by: 'Inform', survivesReboot: false, isRetried: false },
  '7 TRANSFER COMPLETE': transfer,
  '8 DIAGNOSTICS COMPLETE': untilReboot,
  '11 DU STATE CHANGE COMPLETE': deployment,
  'M Reboot': kept,
  'M ScheduleInform': kept,
  'M Download': transfer,
  'M ScheduleDownload': transfer,
  'M Upload': transfer,
  'M ChangeDUState': deployment,
}

const ruleOf = (code: string): Rule => RULES[code] ?? untilReboot

/** Adds an event, each once per CommandKey; BOOTSTRAP discards all others (3.7.1.5). */
export function addEvent(pending: readonly EventEntry[], code: string, commandKey = ''): EventEntry[] {
  if (code === '0 BOOTSTRAP') {
    return [{ code, commandKey }]
  }
  const isKnown = pending.some((event) => event.code === code && event.commandKey === commandKey)
  return isKnown ? [...pending] : [...pending, { code, commandKey }]
}

/** What stays after the ACS answered a message; only events that were in this session's Inform can be delivered. */
export function deliver(
  pending: readonly EventEntry[],
  informed: readonly EventEntry[],
  by: Rule['by'],
  commandKey?: string,
): EventEntry[] {
  return pending.filter(
    (event) =>
      !informed.includes(event) ||
      ruleOf(event.code).by !== by ||
      (commandKey !== undefined && event.code.startsWith('M ') && event.commandKey !== commandKey),
  )
}

/** What is tried again after a failed session. */
export const afterFailure = (pending: readonly EventEntry[]): EventEntry[] =>
  pending.filter(({ code }) => ruleOf(code).isRetried)

/** What is still to be delivered after a reboot. */
export const afterReboot = (pending: readonly EventEntry[]): EventEntry[] =>
  pending.filter(({ code }) => ruleOf(code).survivesReboot)

/** Order of an Inform: by number, then the `M` events, then the vendor's. */
export function inOrder(events: readonly EventEntry[]): EventEntry[] {
  const rank = ({ code }: EventEntry) =>
    /^\d+ /.test(code) ? Number.parseInt(code, 10) : code.startsWith('M ') ? 100 : 101
  return events.toSorted((a, b) => rank(a) - rank(b))
}

const MISSPELT: Readonly<Record<string, string>> = {
  '4 VALUE CHANGE': '4 VALUECHANGE',
  '7 TRANSFER COMPLETE': '7 TRANSFERCOMPLETE',
  '8 DIAGNOSTICS COMPLETE': '8 DIAGNOSTIC COMPLETE',
  'M Reboot': 'M REBOOT',
  'M Download': 'M DOWNLOAD',
}

/** How some Chinese boxes spell an event. */
export const misspell = (code: string): string => MISSPELT[code] ?? code
