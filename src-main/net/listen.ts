import type { Server } from 'node:net'
import { AppError } from '#shared/errors.ts'

/** Opens a TCP port. Throws PORT_IN_USE, PORT_FORBIDDEN or ADDRESS_NOT_AVAILABLE with the port and address. */
export function listen(server: Server, address: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => reject(toListenError(error, address, port))
    server.once('error', onError)
    server.listen({ host: address, port }, () => {
      server.off('error', onError)
      resolve()
    })
  })
}

/** What the system's refusal to open a port means to the user; also for UDP sockets. */
export function toListenError(error: NodeJS.ErrnoException, address: string, port: number): unknown {
  switch (error.code) {
    case 'EADDRINUSE':
      return new AppError('PORT_IN_USE', { address, port }, { cause: error })
    case 'EACCES':
      return new AppError('PORT_FORBIDDEN', { address, port }, { cause: error })
    case 'EADDRNOTAVAIL':
    case 'EINVAL':
    case 'ENOTFOUND':
      return new AppError('ADDRESS_NOT_AVAILABLE', { address, port }, { cause: error })
    default:
      return error
  }
}
