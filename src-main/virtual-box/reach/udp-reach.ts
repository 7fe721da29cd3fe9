import type { BoxCore } from '../core.ts'
import type { Credentials } from '../http/digest.ts'

export interface UdpReachOptions {
  readonly core: BoxCore
  readonly credentials: () => Credentials
  readonly onRequest: () => void
  readonly onAddress: (address: string, isNat: boolean) => void
}

/** The UDP side of the box. */
export class UdpReach {
  readonly #options: UdpReachOptions
  constructor(options: UdpReachOptions) {
    this.#options = options
  }
  start(signal: AbortSignal): Promise<void> {
    void [this.#options, signal]
    return Promise.resolve()
  }
  reconfigure(): void {}
  stop(): Promise<void> {
    return Promise.resolve()
  }
}
