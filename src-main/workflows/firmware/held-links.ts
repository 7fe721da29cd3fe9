import type { FirmwareInput } from '#shared/model/firmware-push.ts'
import type { Job } from '#shared/model/job.ts'
import type { ListenerName } from '#shared/model/network.ts'
import { listenerOf } from '../../transfer/port-services.ts'
import { memoOf, type PromisedLink } from './push-memo.ts'

/** Where unfinished jobs and what they remember are kept. */
export interface PushRecords {
  unfinished(): Job[]
  getMemo(id: string): unknown
}

/** A link that a box holds, from before a restart of the app too. */
export interface HeldLink {
  firmwareId: string
  link: PromisedLink
}

/** The links of all pushes whose Download has left. */
export function heldLinks(records: PushRecords): HeldLink[] {
  return records.unfinished().flatMap(({ id, kind, input }) => {
    const link = kind === 'firmware' ? memoOf(records.getMemo(id)).sent?.link : undefined
    return link ? [{ link, firmwareId: (input as FirmwareInput).firmwareId }] : []
  })
}

/**
 * The ports that links name which boxes still hold: after a restart the file servers go back there, so that a box goes on
 * where it was, also when the port of the settings was taken at the time.
 */
export function heldPorts(records: PushRecords): Partial<Record<ListenerName, number>> {
  return Object.fromEntries(heldLinks(records).map(({ link }) => [listenerOf[link.transport], link.port]))
}
