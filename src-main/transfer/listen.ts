import type { AddressInfo, Server } from 'node:net'
import { listen } from '../net/listen.ts'

/** Where a server listens. */
export interface ServerAddress {
  readonly address: string
  readonly port: number
}

/** Binds a TCP server to one address. Throws PORT_IN_USE, PORT_FORBIDDEN or ADDRESS_NOT_AVAILABLE. */
export async function bindTcp(server: Server, address: string, port: number): Promise<ServerAddress> {
  await listen(server, address, port)
  // Errors of accept, such as too many open files, concern one connection and not the server.
  server.on('error', () => undefined)
  const bound = server.address() as AddressInfo
  return { address: bound.address, port: bound.port }
}
