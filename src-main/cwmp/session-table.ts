import type { HttpConnection } from './http/connection.ts'
import type { CwmpSession } from './session.ts'

/** Our cookie's name: short, and looked for anywhere in what the box sends back (wire.md 7, 11). */
export const cookieName = 'sid'

/** How a session was found: the weaker the proof, the more a server with authentication must ask for. */
export type FoundBy = 'cookie' | 'connection' | 'address'

/**
 * Sessions, found by cookie, then by connection, then by source address (field.md 1). `live` ones still have work to
 * do; the others only answer stray posts.
 */
export class SessionTable {
  readonly #byToken = new Map<string, CwmpSession>()
  readonly #byConnection = new WeakMap<HttpConnection, CwmpSession>()
  readonly #liveByAddress = new Map<string, Set<CwmpSession>>()
  readonly #liveByDevice = new Map<string, CwmpSession>()
  #liveCount = 0

  get liveCount(): number {
    return this.#liveCount
  }

  /** Remembered sessions, live or not. */
  get size(): number {
    return this.#byToken.size
  }

  all(): CwmpSession[] {
    return [...this.#byToken.values()]
  }

  add(session: CwmpSession, connection: HttpConnection): void {
    this.#byToken.set(session.token, session)
    this.#byConnection.set(connection, session)
    const neighbours = this.#liveByAddress.get(session.remoteAddress) ?? new Set()
    this.#liveByAddress.set(session.remoteAddress, neighbours.add(session))
    this.#liveCount += 1
  }

  /** Remembers that this connection carries the session, and whose it is once that is known. */
  bind(session: CwmpSession, connection: HttpConnection): void {
    this.#byConnection.set(connection, session)
    if (session.deviceId !== null && !session.reported) this.#liveByDevice.set(session.deviceId, session)
  }

  /** The session has done its part. */
  retire(session: CwmpSession): void {
    const neighbours = this.#liveByAddress.get(session.remoteAddress)
    if (!neighbours?.delete(session)) return
    this.#liveCount -= 1
    if (neighbours.size === 0) this.#liveByAddress.delete(session.remoteAddress)
    if (session.deviceId !== null && this.#liveByDevice.get(session.deviceId) === session)
      this.#liveByDevice.delete(session.deviceId)
  }

  remove(session: CwmpSession): void {
    this.retire(session)
    this.#byToken.delete(session.token)
  }

  find(
    cookieHeader: string,
    connection: HttpConnection,
    address: string,
  ): { session: CwmpSession; by: FoundBy } | null {
    for (const token of tokensIn(cookieHeader)) {
      const session = this.#byToken.get(token)
      if (session) return { session, by: 'cookie' }
    }
    const bound = this.ofConnection(connection)
    if (bound) return { session: bound, by: 'connection' }
    const [only, second] = this.#liveByAddress.get(address) ?? []
    return only && !second ? { session: only, by: 'address' } : null
  }

  /** The session that a connection carried last. */
  ofConnection(connection: HttpConnection): CwmpSession | undefined {
    const bound = this.#byConnection.get(connection)
    return bound && this.#byToken.has(bound.token) ? bound : undefined
  }

  /** The live session of a device. */
  ofDevice(deviceId: string): CwmpSession | undefined {
    return this.#liveByDevice.get(deviceId)
  }
}

/** Every value given for our cookie name: separated by semicolon or comma, quoted or not, with attributes echoed. */
export function tokensIn(cookieHeader: string): string[] {
  const pattern = /(?:^|[;,\s])sid\s*=\s*"?([0-9a-f]+)"?/gi
  return [...cookieHeader.matchAll(pattern)].map((match) => match[1] ?? '')
}
