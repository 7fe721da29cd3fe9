import type { Socket } from 'node:net'
import type { CwmpSession } from './session.ts'

/** Our cookie's name: short, and looked for anywhere in what the box sends back (wire.md 7, 11). */
export const cookieName = 'sid'

/** How a session was found: the weaker the proof, the more a server with authentication must ask for. */
export type FoundBy = 'cookie' | 'connection' | 'address'

/** Open sessions, found by cookie, then by connection, then by source address (field.md 1). */
export class SessionTable {
  readonly #byToken = new Map<string, CwmpSession>()
  readonly #bySocket = new WeakMap<Socket, CwmpSession>()

  get size(): number {
    return this.#byToken.size
  }

  all(): CwmpSession[] {
    return [...this.#byToken.values()]
  }

  add(session: CwmpSession, socket: Socket): void {
    this.#byToken.set(session.token, session)
    this.bind(session, socket)
  }

  /** Remembers that this connection carries the session. */
  bind(session: CwmpSession, socket: Socket): void {
    this.#bySocket.set(socket, session)
  }

  remove(session: CwmpSession): void {
    this.#byToken.delete(session.token)
  }

  find(cookieHeader: string, socket: Socket, address: string): { session: CwmpSession; by: FoundBy } | null {
    for (const token of tokensIn(cookieHeader)) {
      const session = this.#byToken.get(token)
      if (session) return { session, by: 'cookie' }
    }
    const bound = this.#bySocket.get(socket)
    if (bound && this.#byToken.has(bound.token)) return { session: bound, by: 'connection' }
    const here = this.all().filter((session) => session.remoteAddress === address && !session.reported)
    return here.length === 1 && here[0] ? { session: here[0], by: 'address' } : null
  }

  /** Open sessions of one device but for the given one: a newer Inform ends them. */
  othersOf(deviceId: string, than: CwmpSession): CwmpSession[] {
    return this.all().filter((session) => session !== than && session.deviceId === deviceId)
  }
}

/** Every value given for our cookie name: separated by semicolon or comma, quoted or not, with attributes echoed. */
export function tokensIn(cookieHeader: string): string[] {
  const pattern = /(?:^|[;,\s])sid\s*=\s*"?([0-9a-f]+)"?/gi
  return [...cookieHeader.matchAll(pattern)].map((match) => match[1] ?? '')
}
