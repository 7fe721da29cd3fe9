import { nextUdpStamp, type UdpStamp } from './udp-connection-request.ts'

const maxStamps = 10_000

/** The last stamp sent to each box: it outlives the socket, because a box drops what does not rise. */
export class UdpStamps {
  readonly #now: () => number
  readonly #last = new Map<string, UdpStamp>()

  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  /**
   * A stamp above all that this box was sent before (TR-069 G.2.2.3); the box longest not called is forgotten first.
   * `informedAt` is its last Inform, in milliseconds: what an earlier run sent, and the box took, is older than that, even
   * where the laptop's clock was set back since.
   */
  next(deviceId: string, informedAt: number): UdpStamp {
    const stamp = nextUdpStamp(this.#last.get(deviceId), Math.max(this.#now(), informedAt + 1000))
    this.#last.delete(deviceId)
    this.#last.set(deviceId, stamp)
    const [oldest] = this.#last.keys()
    if (oldest !== undefined && this.#last.size > maxStamps) this.#last.delete(oldest)
    return stamp
  }
}
