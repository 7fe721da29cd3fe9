import type { AppError } from '#shared/errors.ts'
import type { Device } from '#shared/model/device.ts'
import type { PushProgress } from '#shared/model/firmware-push.ts'
import type { ServedProtocol } from '#shared/model/transfer.ts'
import type { SessionFacts } from '../../cwmp/work.ts'
import type { FirmwareLibrary } from '../../firmware/library.ts'
import type { Slots } from '../../firmware/slots.ts'
import type { LinkRegistry } from '../../transfer/links.ts'

/** What the push of a file needs of the app. */
export interface FirmwareDeps {
  library: FirmwareLibrary
  links: LinkRegistry
  /** Held by the id of a job, and given back when its end is written: who comes next looks at it. */
  slots: Slots
  deviceOf: (deviceId: string) => Device | undefined
  /** Where the server of a protocol listens; null while it does not. */
  serverOf: (protocol: ServedProtocol) => { address: string; port: number } | null
  /** Our address as the box of this session can reach it; null where none of ours can. */
  addressFor: (facts: SessionFacts, bound: string) => string | null
  /** Why a job of a batch must not begin any more; null where it may. */
  refusalFor: (batchId: string, jobId: string) => AppError | null
  onProgress: (progress: PushProgress) => void
}
