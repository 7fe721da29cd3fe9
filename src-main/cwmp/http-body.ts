import type { IncomingMessage } from 'node:http'

/** What reading a request body gives. */
export type Body = { kind: 'bytes'; bytes: Buffer } | { kind: 'tooLarge'; limit: number } | { kind: 'aborted' }

/** Reads a body up to `limit` bytes; nothing is allocated ahead of what really arrives (wire.md 19). */
export function readBody(request: IncomingMessage, limit: number): Promise<Body> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > limit) {
        request.pause()
        resolve({ kind: 'tooLarge', limit })
        return
      }
      chunks.push(chunk)
    })
    request.once('end', () =>
      resolve({ kind: 'bytes', bytes: chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks) }),
    )
    request.once('error', () => resolve({ kind: 'aborted' }))
    request.once('close', () => resolve({ kind: 'aborted' }))
  })
}
