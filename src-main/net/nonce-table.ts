import { createHmac, randomBytes } from 'node:crypto'

/** Whether a nonce may be used with a count: `foreign` was not made here (or before the last start). */
export type NonceVerdict = 'fresh' | 'expired' | 'foreign' | 'replay'

/** How long and how often nonces serve. */
export interface NoncePolicy {
  /** Milliseconds from issue to expiry. */
  ttlMs: number
  /** Nonces whose use is remembered; the oldest are expired early where there are more. */
  maxUsed: number
  /** Uses of one nonce without a count (RFC 2069): nothing tells such a use from a replay. */
  usesWithoutCount: number
}

interface Use {
  serial: number
  issuedAt: number
  lastCount: number
  uses: number
}

/**
 * Server nonces of 32 hexadecimal characters (more is cut off by some boxes), not bound to a connection. A nonce proves
 * by a MAC that it was made here, and when; memory is spent only on those that an authenticated client has used, so
 * strangers cannot push others out.
 */
export class NonceTable {
  readonly #key = randomBytes(32)
  readonly #policy: NoncePolicy
  readonly #now: () => number
  readonly #epoch: number
  readonly #used = new Map<string, Use>()
  #serial = 0
  #oldestAllowed = 0

  constructor(policy: NoncePolicy, now: () => number = Date.now) {
    this.#policy = policy
    this.#now = now
    this.#epoch = now()
  }

  /** A new nonce: seconds since start, serial number, MAC over both. */
  issue(): string {
    const head = Buffer.alloc(8)
    head.writeUInt32BE(Math.max(0, Math.floor((this.#now() - this.#epoch) / 1000)) >>> 0, 0)
    head.writeUInt32BE(++this.#serial >>> 0, 4)
    return head.toString('hex') + this.#mac(head)
  }

  /**
   * Spends one use of a nonce. Call it only when the response was right. The count must rise with each use (RFC 7616
   * 3.4.6); null is the form of RFC 2069.
   */
  use(nonce: string, count: number | null): NonceVerdict {
    const issued = this.#read(nonce)
    if (!issued) return 'foreign'
    const expired = this.#now() - issued.issuedAt > this.#policy.ttlMs
    if (expired || issued.serial < this.#oldestAllowed) return 'expired'
    const use = this.#used.get(nonce) ?? { ...issued, lastCount: 0, uses: 0 }
    const replayed = count === null ? use.uses >= this.#policy.usesWithoutCount : count <= use.lastCount
    if (replayed) return 'replay'
    this.#used.set(nonce, { ...use, uses: use.uses + 1, lastCount: count ?? use.lastCount })
    this.#forget()
    return 'fresh'
  }

  #read(nonce: string): { serial: number; issuedAt: number } | null {
    if (!/^[0-9a-f]{32}$/.test(nonce)) return null
    const head = Buffer.from(nonce.slice(0, 16), 'hex')
    if (this.#mac(head) !== nonce.slice(16)) return null
    return { serial: head.readUInt32BE(4), issuedAt: this.#epoch + head.readUInt32BE(0) * 1000 }
  }

  #mac(head: Uint8Array): string {
    return createHmac('sha256', this.#key).update(head).digest('hex').slice(0, 16)
  }

  /** Whatever is forgotten must not become usable again, so all older nonces expire with it. */
  #forget(): void {
    for (const [nonce, use] of this.#used) {
      const isOld = this.#now() - use.issuedAt > this.#policy.ttlMs
      if (!isOld && this.#used.size <= this.#policy.maxUsed) return
      this.#used.delete(nonce)
      if (!isOld) this.#oldestAllowed = Math.max(this.#oldestAllowed, use.serial + 1)
    }
  }
}
