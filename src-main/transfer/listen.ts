import type { AddressInfo, Server } from 'node:net'
import { AppError } from '#shared/errors.ts'

/** Where a server listens. */
export interface ServerAddress {
  readonly address: string
  readonly port: number
}

/** Makes a failed bind into what the user is told. */
export function bindError(error: NodeJS.ErrnoException, address: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new AppError('PORT_IN_USE', { address, port }, { cause: error })
    case 'EACCES':
    case 'EPERM':
      return new AppError('PORT_FORBIDDEN', { address, port }, { cause: error })
    case 'EADDRNOTAVAIL':
      return new AppError('ADDRESS_NOT_AVAILABLE', { address, port }, { cause: error })
    default:
      return error
  }
}

/** Binds a TCP server to one address. Rejects with PORT_IN_USE, PORT_FORBIDDEN or ADDRESS_NOT_AVAILABLE. */
export function listen(server: Server, address: string, port: number): Promise<ServerAddress> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => reject(bindError(error, address, port))
    server.once('error', onError)
    server.listen({ host: address, port, backlog: 128 }, () => {
      server.off('error', onError)
      server.on('error', () => undefined)
      const bound = server.address() as AddressInfo
      resolve({ address: bound.address, port: bound.port })
    })
  })
}
