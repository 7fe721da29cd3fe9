import type { BatchService } from '../firmware/batch-service.ts'
import type { FirmwareService } from '../firmware/firmware-service.ts'
import type { Handlers } from './dispatch.ts'

export interface FirmwareHandlerDeps {
  firmware: FirmwareService
  batches: BatchService
}

type FirmwareCalls = { [C in keyof Handlers as C extends `firmware.${string}` ? C : never]: Handlers[C] }

/** What the calls about files and their way to boxes do. */
export function firmwareHandlers({ firmware, batches }: FirmwareHandlerDeps): FirmwareCalls {
  return {
    'firmware.add': ({ path }) => firmware.add(path),
    'firmware.list': () => firmware.list(),
    'firmware.get': ({ id }) => firmware.get(id),
    'firmware.setMetadata': ({ id, metadata }) => firmware.setMetadata(id, metadata),
    'firmware.verify': ({ id }) => firmware.verify(id),
    'firmware.remove': async ({ id }) => {
      await firmware.remove(id)
      return {}
    },
    'firmware.check': ({ firmwareId, deviceIds }) => firmware.check(firmwareId, deviceIds),
    'firmware.push': ({ deviceIds, input, stopAfterFailures }) => batches.start(deviceIds, input, stopAfterFailures),
    'firmware.batches': ({ limit }) => batches.list(limit),
    'firmware.batch': ({ id }) => batches.get(id),
    'firmware.retry': ({ id }) => batches.retry(id),
    'firmware.progress': () => firmware.progress(),
  }
}
