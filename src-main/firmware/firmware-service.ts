import type { EventData } from '#shared/contract.ts'
import { AppError } from '#shared/errors.ts'
import type { Device } from '#shared/model/device.ts'
import type { Compatibility, Firmware, FirmwareMetadata } from '#shared/model/firmware.ts'
import type { PushProgress } from '#shared/model/firmware-push.ts'
import { checkCompatibility } from './compatibility.ts'
import { targetOf } from './firmware-target.ts'
import type { FirmwareLibrary } from './library.ts'

export interface FirmwareServiceDeps {
  library: FirmwareLibrary
  /** Throws DEVICE_NOT_FOUND. */
  deviceOf: (id: string) => Device
  /** Whether an unfinished job needs the file. */
  isInUse: (firmwareId: string) => boolean
  onAdding: (progress: EventData<'firmware.adding'>) => void
  onChange: (firmware: Firmware) => void
  onRemove: (id: string) => void
  onProgress: (progress: PushProgress) => void
}

/** What the contract offers around files: the library, the check, and how far pushes are. */
export class FirmwareService {
  readonly #deps: FirmwareServiceDeps
  readonly #progress = new Map<string, PushProgress>()

  constructor(deps: FirmwareServiceDeps) {
    this.#deps = deps
  }

  list(): Firmware[] {
    return this.#deps.library.list()
  }

  get(id: string): Firmware {
    return this.#deps.library.get(id)
  }

  async add(path: string): Promise<Firmware> {
    const onProgress = (bytes: number, total: number): void => this.#deps.onAdding({ path, bytes, total })
    return this.#told(await this.#deps.library.add(path, { onProgress }))
  }

  setMetadata(id: string, metadata: FirmwareMetadata): Firmware {
    return this.#told(this.#deps.library.setMetadata(id, metadata))
  }

  /** Throws FIRMWARE_DAMAGED. */
  async verify(id: string): Promise<Firmware> {
    await this.#deps.library.verify(id)
    return this.get(id)
  }

  /** Throws FIRMWARE_IN_USE while a push needs the file. */
  async remove(id: string): Promise<void> {
    const { fileName } = this.get(id)
    if (this.#deps.isInUse(id)) throw new AppError('FIRMWARE_IN_USE', { fileName })
    await this.#deps.library.remove(id)
    this.#deps.onRemove(id)
  }

  check(firmwareId: string, deviceIds: readonly string[]): (Compatibility & { deviceId: string })[] {
    const image = this.get(firmwareId)
    return deviceIds.map((deviceId) => ({
      deviceId,
      ...checkCompatibility(image, targetOf(this.#deps.deviceOf(deviceId))),
    }))
  }

  /** Of the pushes under way. */
  progress(): PushProgress[] {
    return [...this.#progress.values()]
  }

  reportProgress(progress: PushProgress): void {
    this.#progress.set(progress.jobId, progress)
    this.#deps.onProgress(progress)
  }

  pushEnded(jobId: string): void {
    this.#progress.delete(jobId)
  }

  #told(firmware: Firmware): Firmware {
    this.#deps.onChange(firmware)
    return firmware
  }
}
