import { AppError } from '#shared/errors.ts'
import type { Device, DeviceDetail } from '#shared/model/device.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'
import type { Inform } from '../cwmp/codec/messages.ts'
import { deviceFromInform } from './device-from-inform.ts'
import { isSilent, nextStatus } from './device-life.ts'

/** The part of the store that devices need. */
export interface DeviceRecords {
  list(): Device[]
  get(id: string): DeviceDetail | null
  upsert(device: Device, informParameters: ParameterValue[]): void
  update(id: string, patch: Partial<Device>): void
  setMethods(id: string, methods: string[]): void
  remove(id: string): void
}

export interface DeviceServiceDeps {
  records: DeviceRecords
  isVirtual: (serialNumber: string) => boolean
  onChange: (device: Device) => void
  onRemove: (id: string) => void
}

const watchIntervalMs = 5_000

/** What is known of every box: kept in the store, told on every change. */
export class DeviceService {
  readonly #deps: DeviceServiceDeps
  readonly #devices = new Map<string, Device>()
  #watch: NodeJS.Timeout | null = null

  constructor(deps: DeviceServiceDeps) {
    this.#deps = deps
  }

  start(): void {
    for (const device of this.#deps.records.list()) this.#devices.set(device.id, { ...device, inSession: false })
    this.#watch = setInterval(() => this.#findSilent(), watchIntervalMs)
    this.#watch.unref()
  }

  stop(): void {
    if (this.#watch) clearInterval(this.#watch)
  }

  list(): Device[] {
    return [...this.#devices.values()]
  }

  find(id: string): Device | undefined {
    return this.#devices.get(id)
  }

  /** Throws DEVICE_NOT_FOUND. */
  get(id: string): DeviceDetail {
    const device = this.#require(id)
    const kept = this.#deps.records.get(id)
    return { ...device, informParameters: kept?.informParameters ?? [], methods: kept?.methods ?? null }
  }

  /** An Inform was accepted: the box is here. */
  informed(id: string, inform: Inform, address: string, cwmpVersion: string): Device {
    const known = this.#devices.get(id) ?? null
    const device = deviceFromInform(inform, known, {
      id,
      address,
      cwmpVersion,
      virtual: this.#deps.isVirtual(inform.deviceId.serialNumber),
      now: new Date().toISOString(),
    })
    this.#devices.set(id, device)
    this.#deps.records.upsert(device, inform.parameters)
    this.#deps.onChange(device)
    return device
  }

  /** An Inform with wrong credentials: the box is here, and cannot come in. */
  refused(id: string, inform: Inform, address: string): Device {
    this.informed(id, inform, address, '')
    return this.#update(id, { status: nextStatus('informing', 'refused'), inSession: false })
  }

  sessionEnded(id: string, isCompleted: boolean): void {
    const device = this.#devices.get(id)
    if (!device) return
    const status = isCompleted ? nextStatus(device.status, 'sessionCompleted') : device.status
    this.#update(id, { inSession: false, status })
  }

  setNote(id: string, note: string): Device {
    this.#require(id)
    return this.#update(id, { note })
  }

  /** Keeps what the box's GetRPCMethods listed. */
  setMethods(id: string, methods: string[]): void {
    this.#deps.records.setMethods(id, methods)
    this.#deps.onChange(this.#require(id))
  }

  /** Forgets a box and what is kept under it; it comes back with its next Inform. */
  forget(id: string): void {
    this.#require(id)
    this.#devices.delete(id)
    this.#deps.records.remove(id)
    this.#deps.onRemove(id)
  }

  #require(id: string): Device {
    const device = this.#devices.get(id)
    if (!device) throw new AppError('DEVICE_NOT_FOUND', { id })
    return device
  }

  #update(id: string, patch: Partial<Device>): Device {
    const device = { ...this.#require(id), ...patch }
    this.#devices.set(id, device)
    this.#deps.records.update(id, patch)
    this.#deps.onChange(device)
    return device
  }

  #findSilent(): void {
    const now = Date.now()
    for (const device of this.#devices.values()) {
      const status = nextStatus(device.status, 'silent')
      if (status === device.status || device.inSession) continue
      if (isSilent(device.lastInformAt, device.periodicInformInterval, now)) this.#update(device.id, { status })
    }
  }
}
