import { type EventMethod, normaliseEvent } from '#shared/cwmp/events.ts'
import type { Inform, TransferComplete } from '../cwmp/codec/messages.ts'
import type { Arrival } from './arrivals.ts'

/** An Inform that a job waited for, and when it came. */
export interface ArrivedInform {
  inform: Inform
  at: string
  sessionId: string
}

/** Picks an Inform that reports any of these standard events, by number (TR-069 3.7.1.5). */
export function informWith(...numbers: number[]): (arrival: Arrival) => ArrivedInform | undefined {
  return (arrival) =>
    pickInform(arrival, ({ events }) =>
      events.some(({ code }) => {
        const event = normaliseEvent(code)
        return event.kind === 'standard' && numbers.includes(event.number)
      }),
    )
}

/** Picks an Inform with `M <method>`; boxes that lost our CommandKey count too. */
export function informAfter(method: EventMethod, commandKey: string): (arrival: Arrival) => ArrivedInform | undefined {
  return (arrival) =>
    pickInform(arrival, ({ events }) =>
      events.some(({ code, commandKey: key }) => {
        const event = normaliseEvent(code)
        return event.kind === 'method' && event.method === method && (key === commandKey || key === '')
      }),
    )
}

/** The first of several picks that finds something. */
export function anyOf<T>(...picks: ((arrival: Arrival) => T | undefined)[]): (arrival: Arrival) => T | undefined {
  return (arrival) => {
    for (const pick of picks) {
      const found = pick(arrival)
      if (found !== undefined) return found
    }
    return undefined
  }
}

/** Picks the TransferComplete of our transfer; one without a CommandKey is taken for it (wire.md 26). */
export function transferCompleteOf(commandKey: string): (arrival: Arrival) => TransferComplete | undefined {
  return ({ message }) =>
    message.name === 'TransferComplete' && (message.commandKey === commandKey || message.commandKey === '')
      ? message
      : undefined
}

/** Value of an Inform's parameter by the end of its path, empty where it is not there. */
export function informValue(inform: Inform, suffix: string): string {
  return inform.parameters.find(({ name }) => name.endsWith(`.${suffix}`))?.value ?? ''
}

function pickInform({ message, at, sessionId }: Arrival, fits: (inform: Inform) => boolean): ArrivedInform | undefined {
  return message.name === 'Inform' && fits(message) ? { inform: message, at, sessionId } : undefined
}
