import { nextUdpStamp, type UdpStamp } from './udp-connection-request.ts'

const maxStamps = 10_000

/** The last stamp sent to each box: it outlives the socket, because a box drops what does not rise. */
export class UdpStamps {
  readonly #now: () => number
  readonly #last = new Map<string, UdpStamp>()

  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  /** A stamp above all that this box was sent before (TR-069 G.2.2.3); the box longest not called is forgotten first. */
  next(deviceId: string): UdpStamp {
    const stamp = nextUdpStamp(this.#last.get(deviceId), this.#now())
    this.#last.delete(deviceId)
    this.#last.set(deviceId, stamp)
    const [oldest] = this.#last.keys()
    if (oldest !== undefined && this.#last.size > maxStamps) this.#last.delete(oldest)
    return stamp
  }
}
