import { normaliseEvent } from '#shared/cwmp/events.ts'
import type { Inform } from '../cwmp/codec/messages.ts'

/** Whether a box comes for the first time, or as if: what was set in it before is gone (TR-069 3.7.1.5, 0 BOOTSTRAP). */
export function isFirstContact(inform: Inform, wasKnown: boolean): boolean {
  return !wasKnown || inform.events.some(({ code }) => isBootstrap(code))
}

function isBootstrap(code: string): boolean {
  const event = normaliseEvent(code)
  return event.kind === 'standard' && event.number === 0
}
