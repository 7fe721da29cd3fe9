import type { Socket } from 'node:net'

/** Send buffers of the three systems grow to about this. */
const maxSystemBufferBytes = 4 * 1024 * 1024
const minConfirmMs = 200
const maxConfirmMs = 60_000

const waiting = new WeakMap<Socket, () => void>()

/** To be called when a new request comes on a connection: the box has all of the response before. */
export function confirmEarlier(socket: Socket): void {
  waiting.get(socket)?.()
}

/**
 * The last bytes may still lie in the system's send buffer when it has taken them from us. The box has them when it
 * closes in order, asks again on the connection, or when a buffer of that size must have drained at the rate seen; a
 * reset before that means it gave up.
 */
export function confirmDelivery(socket: Socket, sentBytes: number, elapsedMs: number): Promise<void> {
  const drainMs = (elapsedMs * Math.min(sentBytes, maxSystemBufferBytes)) / Math.max(sentBytes, 1)
  return new Promise((resolve, reject) => {
    const timer = setTimeout(finish, Math.min(Math.max(2 * drainMs, minConfirmMs), maxConfirmMs))
    const onClose = (hadError: boolean) => finish(hadError ? new Error('the connection was reset') : undefined)
    socket.once('error', finish).once('end', finish).once('close', onClose)
    waiting.set(socket, finish)
    function finish(error?: Error): void {
      clearTimeout(timer)
      waiting.delete(socket)
      socket.off('error', finish).off('end', finish).off('close', onClose)
      if (error) reject(error)
      else resolve()
    }
  })
}
