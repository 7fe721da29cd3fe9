import { createSocket, type Socket } from 'node:dgram'
import { toListenError } from './listen.ts'

export interface MulticastOptions {
  group: string
  port: number
  /** Address of the adapter to join on and to send by. */
  interfaceAddress: string
}

/**
 * A UDP socket on a well-known multicast port, shared with the system's own services, joined on one adapter. Falls back
 * to a free port, without the group, where the port cannot be shared: answers sent to the asker still arrive.
 */
export async function openMulticast({ group, port, interfaceAddress }: MulticastOptions): Promise<Socket> {
  try {
    const socket = await openUdp({ port, reuse: true })
    try {
      socket.addMembership(group, interfaceAddress)
      socket.setMulticastInterface(interfaceAddress)
      return socket
    } catch (error) {
      socket.close()
      throw toListenError(error as NodeJS.ErrnoException, interfaceAddress, port)
    }
  } catch (error) {
    if ((error as { code?: string }).code === 'ADDRESS_NOT_AVAILABLE') throw error
    const socket = await openUdp({ port: 0, address: interfaceAddress })
    socket.setMulticastInterface(interfaceAddress)
    return socket
  }
}

/** Opens a UDP socket; throws PORT_IN_USE, PORT_FORBIDDEN or ADDRESS_NOT_AVAILABLE. */
export function openUdp(options: { port: number; address?: string; reuse?: boolean }): Promise<Socket> {
  const { port, address = '0.0.0.0', reuse = false } = options
  const socket = createSocket({ type: 'udp4', reuseAddr: reuse })
  return new Promise((resolve, reject) => {
    socket.once('error', (error) => {
      socket.close()
      reject(toListenError(error as NodeJS.ErrnoException, address, port) as Error)
    })
    socket.bind({ port, address, exclusive: !reuse }, () => {
      socket.removeAllListeners('error')
      // Network errors of single datagrams (no route, adapter gone) must not end the app.
      socket.on('error', () => {})
      resolve(socket)
    })
  })
}

/** Closes a socket; one that is closed already does no harm. */
export function closeUdp(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    try {
      socket.close(() => resolve())
    } catch {
      resolve()
    }
  })
}
