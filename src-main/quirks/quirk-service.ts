import { AppError } from '#shared/errors.ts'
import type { Device } from '#shared/model/device.ts'
import { modelOf } from '#shared/model/model-key.ts'
import {
  type Quirk,
  type QuirkName,
  type QuirkValue,
  type QuirkValues,
  quirkTable,
  standardQuirks,
} from '#shared/model/quirk.ts'

/** The part of the store that quirks need. */
export interface QuirkRecords {
  list(): Quirk[]
  set(quirk: Quirk): void
  remove(model: string, name: string): void
}

export interface QuirkServiceDeps {
  records: QuirkRecords
  deviceOf: (deviceId: string) => Device | undefined
  onChange: (quirk: Quirk) => void
  onRemove: (model: string, name: QuirkName) => void
}

/** What is known of how models behave: learned from sessions, changed by hand, told on every change. */
export class QuirkService {
  readonly #deps: QuirkServiceDeps
  readonly #byModel = new Map<string, Map<QuirkName, Quirk>>()

  constructor(deps: QuirkServiceDeps) {
    this.#deps = deps
  }

  start(): void {
    for (const quirk of this.#deps.records.list()) this.#quirksOf(quirk.model).set(quirk.name, quirk)
  }

  list(): Quirk[] {
    return [...this.#byModel.values()].flatMap((quirks) => [...quirks.values()])
  }

  /** All quirks of the device's model; the standard's where nothing is kept. */
  of(deviceId: string): QuirkValues {
    const device = this.#deps.deviceOf(deviceId)
    const kept = device && this.#byModel.get(modelOf(device))
    if (!kept) return standardQuirks
    const values = [...kept.values()].map(({ name, value }) => [name, value])
    return { ...standardQuirks, ...(Object.fromEntries(values) as Partial<QuirkValues>) }
  }

  /** Keeps what a session taught, unless a person has decided or nothing is new. Back at the standard, it is forgotten. */
  learn<N extends QuirkName>(deviceId: string, name: N, value: QuirkValue<N>, sessionId: string | null): void {
    const device = this.#deps.deviceOf(deviceId)
    if (!device) return
    const model = modelOf(device)
    const known = this.#byModel.get(model)?.get(name)
    if (known?.source === 'manual' || (known?.value ?? standardQuirks[name]) === value) return
    if (value === standardQuirks[name]) return this.reset(model, name)
    const { softwareVersion } = device
    this.#set({ model, name, value, source: 'learned', since: now(), sessionId, softwareVersion })
  }

  /** Decides by hand. Throws BAD_REQUEST for a value that the quirk does not have. */
  set(model: string, name: QuirkName, value: unknown): Quirk {
    const checked = quirkTable[name].schema.safeParse(value)
    if (!checked.success)
      throw new AppError('BAD_REQUEST', { field: 'value', detail: checked.error.issues[0]?.message ?? '' })
    const quirk: Quirk = {
      model,
      name,
      value: checked.data,
      source: 'manual',
      since: now(),
      sessionId: null,
      softwareVersion: '',
    }
    this.#set(quirk)
    return quirk
  }

  /** Forgets what is kept: the standard holds again, and the app may learn anew. */
  reset(model: string, name: QuirkName): void {
    if (!this.#byModel.get(model)?.delete(name)) return
    this.#deps.records.remove(model, name)
    this.#deps.onRemove(model, name)
  }

  #set(quirk: Quirk): void {
    this.#quirksOf(quirk.model).set(quirk.name, quirk)
    this.#deps.records.set(quirk)
    this.#deps.onChange(quirk)
  }

  #quirksOf(model: string): Map<QuirkName, Quirk> {
    const quirks = this.#byModel.get(model) ?? new Map<QuirkName, Quirk>()
    this.#byModel.set(model, quirks)
    return quirks
  }
}

function now(): string {
  return new Date().toISOString()
}
