import type { Heartbeat } from '#shared/model/reach.ts'
import type { HeartbeatFact } from './stun/responder.ts'

/** Whose heartbeat it is, and the box's own address on its LAN where that is known. */
export interface HeartbeatOwner {
  deviceId: string
  ownAddress: string | null
}

export type HeartbeatMatcher = (fact: Pick<HeartbeatFact, 'source' | 'username'>) => HeartbeatOwner | null

interface Entry {
  fact: HeartbeatFact
  owner: HeartbeatOwner | null
  firstSeenAt: number
  lastSeenAt: number
  count: number
  /** Milliseconds between the last heartbeats, latest last. */
  intervals: readonly number[]
}

const keptIntervals = 5
/** A NAT forgets a silent UDP binding after 30 s at the earliest, a box may miss one beat. */
const shortestFreshMs = 90_000
const freshWithoutPeriodMs = 300_000
const forgottenAfterMs = 24 * 3_600_000
/** RFC 3489 9.3 gives a request up after 9.5 s; boxes with one transaction id for ever are told apart by this. */
const retransmissionMs = 9500

/** The boxes that send heartbeats: one row per box, the longest silent forgotten first. */
export class HeartbeatTable {
  readonly #match: HeartbeatMatcher
  readonly #now: () => number
  readonly #maxEntries: number
  readonly #entries = new Map<string, Entry>()

  constructor(match: HeartbeatMatcher, now: () => number = Date.now, maxEntries = 2000) {
    this.#match = match
    this.#now = now
    this.#maxEntries = maxEntries
  }

  /** Notes a heartbeat; null for a retransmission, and for one without the mark that no known box must have sent. */
  note(fact: HeartbeatFact): Heartbeat | null {
    const now = this.#now()
    const owner = this.#match(fact)
    if (!fact.isMarked && (owner === null || this.#isMarkedBy(owner))) return null
    const key = `${fact.source.address} ${fact.source.port}`
    const last = this.#entries.get(key)
    if (last?.fact.transactionId === fact.transactionId && now - last.lastSeenAt < retransmissionMs) return null
    const previous = last ?? this.#movedFrom(fact, owner)
    const isRegular = previous !== undefined && !fact.isBindingChange
    const entry: Entry = {
      fact,
      owner,
      firstSeenAt: previous?.firstSeenAt ?? now,
      lastSeenAt: now,
      count: (previous?.count ?? 0) + 1,
      intervals: isRegular
        ? [...previous.intervals, now - previous.lastSeenAt].slice(-keptIntervals)
        : (previous?.intervals ?? []),
    }
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    this.#forget(now)
    return this.#toHeartbeat(entry)
  }

  /** All rows, latest last, matched anew: a box may have become known after its heartbeat. */
  list(): Heartbeat[] {
    return [...this.#entries.values()].map((entry) => this.#toHeartbeat({ ...entry, owner: this.#match(entry.fact) }))
  }

  /** The latest heartbeat of a device. */
  ofDevice(deviceId: string): Heartbeat | null {
    return this.list().findLast((heartbeat) => heartbeat.deviceId === deviceId) ?? null
  }

  /** A box that marks its heartbeats sends the others from another port, where it does not listen. */
  #isMarkedBy({ deviceId }: HeartbeatOwner): boolean {
    return [...this.#entries.values()].some(({ fact, owner }) => fact.isMarked && owner?.deviceId === deviceId)
  }

  /** Takes out the rows that this box had under another address, and returns the latest of them. */
  #movedFrom(fact: HeartbeatFact, owner: HeartbeatOwner | null): Entry | undefined {
    let moved: Entry | undefined
    for (const [key, entry] of this.#entries) {
      const isSameHost = entry.fact.source.address === fact.source.address && entry.fact.username === fact.username
      const isSameBox = owner ? entry.owner?.deviceId === owner.deviceId : fact.isBindingChange && isSameHost
      if (!isSameBox) continue
      moved = entry
      this.#entries.delete(key)
    }
    return moved
  }

  #forget(now: number): void {
    for (const [key, entry] of this.#entries) {
      if (now - entry.lastSeenAt <= forgottenAfterMs && this.#entries.size <= this.#maxEntries) return
      this.#entries.delete(key)
    }
  }

  #toHeartbeat({ fact, owner, firstSeenAt, lastSeenAt, count, intervals }: Entry): Heartbeat {
    const periodMs = median(intervals)
    const freshMs = periodMs === null ? freshWithoutPeriodMs : Math.max(shortestFreshMs, periodMs * 2.5)
    const ownAddress = owner?.ownAddress ?? null
    return {
      address: fact.source.address,
      port: fact.source.port,
      username: fact.username,
      deviceId: owner?.deviceId ?? null,
      firstSeenAt: new Date(firstSeenAt).toISOString(),
      lastSeenAt: new Date(lastSeenAt).toISOString(),
      count,
      periodSeconds: periodMs === null || intervals.length < 2 ? null : Math.round(periodMs / 100) / 10,
      natSeen: ownAddress === null ? null : ownAddress !== fact.source.address,
      fresh: this.#now() - lastSeenAt <= freshMs,
    }
  }
}

function median(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null
}
