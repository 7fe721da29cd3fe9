import type { Job } from '#shared/model/job.ts'
import type { ListenerName } from '#shared/model/network.ts'
import { listenerOf } from '../../transfer/port-services.ts'
import { memoOf } from './push-memo.ts'

/**
 * The ports that links name which boxes still hold: after a restart the file servers go back there, so that a box goes on
 * where it was, also when the port of the settings was taken at the time.
 */
export function heldPorts(records: {
  unfinished(): Job[]
  getMemo(id: string): unknown
}): Partial<Record<ListenerName, number>> {
  const held: Partial<Record<ListenerName, number>> = {}
  for (const { id, kind } of records.unfinished()) {
    const link = kind === 'firmware' ? memoOf(records.getMemo(id)).sent?.link : undefined
    if (link) held[listenerOf[link.transport]] = link.port
  }
  return held
}
