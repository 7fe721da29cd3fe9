import { type BoxCore, changeLocally, takeOnce } from '../core.ts'
import { addEvent } from '../events.ts'
import type { FaultCode } from '../faults.ts'
import { carryOut, finished } from './run.ts'
import type { Transfer } from './transfer.ts'

export interface TransferQueueHost {
  readonly core: BoxCore
  /** Cuts the power and throws. */
  readonly losePower: () => never
  readonly isInSession: () => boolean
  readonly restart: () => void
  readonly wake: () => void
}

const FLASH_MS = 1500

/** Carries out the transfers that the ACS asked for, one at a time, and flashes what it fetched. */
export class TransferQueue {
  readonly #host: TransferQueueHost
  #tail: Promise<void> = Promise.resolve()

  constructor(host: TransferQueueHost) {
    this.#host = host
  }

  /** Starts a transfer when its delay is over. */
  schedule(transfer: Transfer, signal: AbortSignal): void {
    this.#host.core.clock.after(transfer.delaySeconds, signal, () => void this.#enqueue(transfer.id, signal))
  }

  /** After a reboot: what waited is scheduled again. */
  resume(signal: AbortSignal): void {
    for (const transfer of this.#host.core.transfers.filter(({ state }) => state === 'queued')) {
      this.schedule(transfer, signal)
    }
  }

  /** After a reboot: what was running when the power went is reported as failed (TR-069 A.3.3.2: exactly one report). */
  recover(): void {
    for (const transfer of this.#host.core.transfers.filter(({ state }) => state === 'running')) {
      this.#close(transfer, new Date(), transfer.kind === 'download' ? 9017 : 9011, 'power lost')
    }
  }

  /** Carries out at once what may start at once; for boxes that fetch inside the session. */
  async runNow(signal: AbortSignal): Promise<void> {
    const due = this.#host.core.transfers.filter(({ state, delaySeconds }) => state === 'queued' && delaySeconds === 0)
    await Promise.all(due.map(({ id }) => this.#enqueue(id, signal)))
  }

  #enqueue(id: string, signal: AbortSignal): Promise<void> {
    this.#tail = this.#tail
      .then(() => this.#run(id, signal))
      .catch((error: unknown) => {
        if (!signal.aborted) {
          this.#host.core.emit({ kind: 'error', message: String(error) })
        }
      })
    return this.#tail
  }

  async #run(id: string, signal: AbortSignal): Promise<void> {
    const { core, losePower } = this.#host
    const queued = core.transfers.find((transfer) => transfer.id === id)
    if (queued?.state !== 'queued' || signal.aborted) {
      return
    }
    const transfer: Transfer = { ...queued, state: 'running' }
    this.#replace(transfer)
    core.emit({ kind: 'transfer', commandKey: transfer.commandKey, state: 'started', fault: 0 })
    const startedAt = new Date()
    const sleep = (seconds: number) => core.clock.sleep(seconds, signal)
    const { fault, reason, effect } = await carryOut({ core, signal, losePower, sleep }, transfer)
    if (signal.aborted) {
      return
    }
    if (effect.kind === 'flash') {
      await this.#flash(effect.version, signal)
    }
    if (signal.aborted) {
      return
    }
    this.#close(transfer, startedAt, fault, reason)
    core.emit({ kind: 'transfer', commandKey: transfer.commandKey, state: 'done', fault })
    if (effect.kind === 'flash') {
      this.#restart()
    } else if (core.quirks.noTransferComplete !== true) {
      this.#host.wake()
    }
  }

  async #flash(version: string, signal: AbortSignal): Promise<void> {
    const { core, losePower } = this.#host
    const ms = core.options.flashMs ?? FLASH_MS
    await core.clock.sleep(ms / 2000 / core.clock.scale, signal)
    if (core.quirks.losesPowerAt === 'flash' && takeOnce(core, 'losesPowerAt')) {
      losePower()
    }
    await core.clock.sleep(ms / 2000 / core.clock.scale, signal)
    if (!signal.aborted && core.quirks.liesAboutVersion !== true) {
      changeLocally(core, `${core.model.root}DeviceInfo.SoftwareVersion`, version)
      core.emit({ kind: 'flashed', version })
    }
  }

  #restart(): void {
    if (this.#host.isInSession()) {
      this.#host.core.afterwards.push({ kind: 'restart' })
    } else {
      this.#host.restart()
    }
  }

  #close(transfer: Transfer, startedAt: Date, fault: FaultCode | 0, reason: string): void {
    const { core } = this.#host
    if (core.quirks.noTransferComplete === true) {
      core.transfers = core.transfers.filter(({ id }) => id !== transfer.id)
      return
    }
    this.#replace(finished(transfer, startedAt, { fault, reason }, core.version))
    core.events = addEvent(core.events, '7 TRANSFER COMPLETE')
    core.events = addEvent(core.events, transfer.event, transfer.commandKey)
  }

  #replace(transfer: Transfer): void {
    const { core } = this.#host
    core.transfers = core.transfers.map((other) => (other.id === transfer.id ? transfer : other))
  }
}
