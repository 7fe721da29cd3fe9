import type { Writable } from 'node:stream'
import type { ByteRange } from '#shared/model/transfer.ts'
import { BufferPool } from './buffer-pool.ts'
import type { OpenSource } from './source.ts'
import type { Ticket } from './ticket.ts'

const chunkBytes = 256 * 1024
const pool = new BufferPool(chunkBytes, 64)

/**
 * Writes a range of a file to a socket or response, one pooled chunk at a time: the next is read when the system has
 * taken the last, so a slow box costs one chunk of memory. Counts what the system took, not what was queued. Rejects when
 * the stream closes early.
 */
export async function pump(to: Writable, source: OpenSource, range: ByteRange, ticket: Ticket): Promise<void> {
  const buffer = pool.take()
  for (let position = range.start; position <= range.end; ) {
    const wanted = Math.min(chunkBytes, range.end - position + 1)
    const count = await source.read(wanted === chunkBytes ? buffer : buffer.subarray(0, wanted), position)
    if (count === 0) throw new Error('the file ended before its size')
    await write(to, buffer.subarray(0, count))
    position += count
    ticket.sent(count)
  }
  // Not given back after a failure: an aborted write may still hold it.
  pool.give(buffer)
}

function write(to: Writable, chunk: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    if (to.destroyed) {
      reject(new Error('the connection is gone'))
      return
    }
    const onClose = () => reject(new Error('the connection closed'))
    to.once('close', onClose)
    to.write(chunk, (error) => {
      to.off('close', onClose)
      if (error) reject(error)
      else resolve()
    })
  })
}
