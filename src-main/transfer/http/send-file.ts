import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { ByteRange } from '#shared/model/transfer.ts'
import { BufferPool } from '../buffer-pool.ts'
import type { OpenSource } from '../source.ts'
import type { Ticket } from '../ticket.ts'

const chunkBytes = 256 * 1024
const pool = new BufferPool(chunkBytes, 64)

/**
 * Sends a range of a file as the body of a response whose head is set, one pooled chunk at a time: the next is read when
 * the system has taken the last, so a slow box costs one chunk of memory. Counts what the system took, not what was
 * queued. Resolves when the box has it all; rejects when the connection or the link ends before that.
 */
export async function sendFile(response: ServerResponse, source: OpenSource, range: ByteRange, ticket: Ticket) {
  const startedAt = performance.now()
  const { socket } = response
  const buffer = pool.take()
  for (let position = range.start; position <= range.end; ) {
    const wanted = Math.min(chunkBytes, range.end - position + 1)
    const count = await source.read(wanted === chunkBytes ? buffer : buffer.subarray(0, wanted), position)
    if (count === 0) throw new Error('the file ended before its size')
    await write(response, buffer.subarray(0, count))
    position += count
    ticket.sent(count)
  }
  // Not given back after a failure: an aborted write may still hold it.
  pool.give(buffer)
  response.end()
  if (socket !== null) await confirmDelivery(socket, ticket.current.bytesSent, performance.now() - startedAt)
}

function write(response: ServerResponse, chunk: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    if (response.destroyed) {
      reject(new Error('the connection is gone'))
      return
    }
    const onClose = () => reject(new Error('the connection closed'))
    response.once('close', onClose)
    response.write(chunk, (error) => {
      response.off('close', onClose)
      if (error) reject(error)
      else resolve()
    })
  })
}

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
function confirmDelivery(socket: Socket, sentBytes: number, elapsedMs: number): Promise<void> {
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
