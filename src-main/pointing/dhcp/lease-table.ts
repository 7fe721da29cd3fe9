import { ipv4Number, ipv4Range, ipv4Text } from '../../net/subnet-hosts.ts'

export interface Lease {
  mac: string
  address: string
  hostName: string
  vendorClass: string
  asksForAcs: boolean
  /** Milliseconds since the epoch. */
  until: number
}

/** First and last address that may be given. */
export interface Pool {
  first: string
  last: string
}

/** Ten minutes: long enough to work on a box, soon gone when the laptop leaves. */
export const leaseSeconds = 600
const offerMs = 30_000
const poolSize = 32

/** A small pool in the adapter's network, at the end that is away from its own address. */
export function defaultPool(address: string, prefixLength: number): Pool | null {
  if (prefixLength < 8 || prefixLength > 29) return null
  const { first, last } = ipv4Range(address, prefixLength)
  const size = Math.min(poolSize, Math.floor((last - first - 1) / 2))
  const isLow = ipv4Number(address) - first < (last - first) / 2
  const from = isLow ? last - size : first + 1
  return { first: ipv4Text(from), last: ipv4Text(from + size - 1) }
}

/** Whether a pool lies in the adapter's network, without its first, last and own address. */
export function isPoolUsable({ first, last }: Pool, address: string, prefixLength: number): boolean {
  const range = ipv4Range(address, prefixLength)
  const [from, to, own] = [first, last, address].map(ipv4Number) as [number, number, number]
  return from > range.first && to < range.last && from <= to && !(from <= own && own <= to)
}

/** Who has which address; a box gets the same one again while the server runs. */
export class LeaseTable {
  readonly #pool: Pool
  readonly #now: () => number
  readonly #leases = new Map<string, Lease>()
  /** Addresses that turned out to be used by others, until when. */
  readonly #avoided = new Map<string, number>()

  constructor(pool: Pool, now: () => number = Date.now) {
    this.#pool = pool
    this.#now = now
  }

  /** An address for this box, kept for it for half a minute; null when the pool is exhausted. */
  offer(client: Omit<Lease, 'address' | 'until'>, wanted?: string): Lease | null {
    const address = this.#choose(client.mac, wanted)
    if (address === null) return null
    const known = this.#leases.get(client.mac)
    const until = Math.max(known?.until ?? 0, this.#now() + offerMs)
    return this.#keep({ ...client, address, until })
  }

  /** Gives the address for its full time; null where it was not offered to this box. */
  grant(client: Omit<Lease, 'address' | 'until'>, address: string): Lease | null {
    if (this.#leases.get(client.mac)?.address !== address) return null
    return this.#keep({ ...client, address, until: this.#now() + leaseSeconds * 1000 })
  }

  release(mac: string): void {
    this.#leases.delete(mac)
  }

  /** The box says that somebody else uses the address (RFC 2131 4.3.3). */
  decline(mac: string): void {
    const lease = this.#leases.get(mac)
    if (lease) this.#avoided.set(lease.address, this.#now() + leaseSeconds * 1000)
    this.#leases.delete(mac)
  }

  list(): Lease[] {
    return [...this.#leases.values()].filter(({ until }) => until > this.#now())
  }

  #keep(lease: Lease): Lease {
    this.#leases.set(lease.mac, lease)
    return lease
  }

  #choose(mac: string, wanted: string | undefined): string | null {
    const own = this.#leases.get(mac)?.address
    if (own !== undefined) return own
    if (wanted !== undefined && this.#isInPool(wanted) && this.#isFree(wanted)) return wanted
    for (let at = ipv4Number(this.#pool.first); at <= ipv4Number(this.#pool.last); at += 1) {
      const address = ipv4Text(at)
      if (this.#isFree(address)) return address
    }
    return null
  }

  #isInPool(address: string): boolean {
    const at = ipv4Number(address)
    return ipv4Number(this.#pool.first) <= at && at <= ipv4Number(this.#pool.last)
  }

  #isFree(address: string): boolean {
    const now = this.#now()
    if ((this.#avoided.get(address) ?? 0) > now) return false
    for (const lease of this.#leases.values()) if (lease.address === address && lease.until > now) return false
    return true
  }
}
