import type { Heartbeat } from '#shared/model/reach.ts'
import type { PortService } from '../net/listeners.ts'
import { type HeartbeatMatcher, HeartbeatTable } from './heartbeats.ts'
import { StunServer } from './udp-socket.ts'
import { UdpStamps } from './udp-stamps.ts'

/** The UDP socket as one of the app's ports: made anew for each address. */
export class StunService implements PortService {
  readonly name = 'stun'
  readonly protocol = 'udp'
  readonly mayMove = true
  readonly #heartbeats: HeartbeatTable
  readonly #onHeartbeat: (heartbeat: Heartbeat) => void
  readonly #stamps = new UdpStamps()
  #server: StunServer | null = null

  constructor(options: { matchHeartbeat: HeartbeatMatcher; onHeartbeat?: (heartbeat: Heartbeat) => void }) {
    this.#heartbeats = new HeartbeatTable(options.matchHeartbeat)
    this.#onHeartbeat = options.onHeartbeat ?? (() => {})
  }

  /** The socket while it is open. */
  get server(): StunServer | null {
    return this.#server
  }

  async start(address: string, port: number): Promise<number> {
    const server = new StunServer({ address, port, heartbeats: this.#heartbeats, stamps: this.#stamps })
    await server.start()
    server.on('heartbeat', this.#onHeartbeat)
    this.#server = server
    return server.address?.port ?? port
  }

  async stop(): Promise<void> {
    const server = this.#server
    this.#server = null
    await server?.stop()
  }
}
