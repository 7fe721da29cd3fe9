import type { Socket } from 'node:net'

/** Reads a socket piece by piece, with back-pressure. Every call rejects when the peer hangs up too early. */
export interface Reader {
  /** Text up to a mark; the mark is consumed and left out. At most 64 KiB. */
  readonly until: (mark: string) => Promise<string>
  /** Exactly `count` bytes, handed on in pieces. */
  readonly bytes: (count: number, onData: (piece: Buffer) => undefined | Promise<void>) => Promise<void>
  /** All bytes until the peer closes. */
  readonly toEnd: (onData: (piece: Buffer) => undefined | Promise<void>) => Promise<void>
  readonly hasEnded: () => boolean
}

const LONGEST_HEAD = 65_536
const MOST_HELD = 262_144

/** Takes over the reading side of a socket. */
export function createReader(socket: Socket): Reader {
  let held: Buffer = Buffer.alloc(0)
  let ended: Error | undefined
  let wake: (() => void) | undefined
  const end = (error: Error) => {
    ended ??= error
    wake?.()
  }
  socket.on('data', (data: Buffer) => {
    held = held.length === 0 ? data : Buffer.concat([held, data])
    if (held.length > MOST_HELD) {
      socket.pause()
    }
    wake?.()
  })
  socket.once('end', () => end(new Error('the peer closed the connection')))
  socket.once('close', () => end(new Error('connection closed')))
  socket.on('error', end)

  async function more(): Promise<boolean> {
    if (ended !== undefined) {
      return false
    }
    const before = held.length
    await new Promise<void>((resolve) => {
      wake = resolve
      socket.resume()
    })
    wake = undefined
    return held.length > before
  }

  async function need(): Promise<void> {
    if (!(await more())) {
      throw ended ?? new Error('connection closed')
    }
  }

  async function until(mark: string): Promise<string> {
    for (;;) {
      const at = held.indexOf(mark)
      if (at >= 0) {
        const text = held.subarray(0, at).toString('latin1')
        held = held.subarray(at + mark.length)
        return text
      }
      if (held.length > LONGEST_HEAD) {
        throw new Error('header too long')
      }
      await need()
    }
  }

  async function bytes(count: number, onData: (piece: Buffer) => undefined | Promise<void>): Promise<void> {
    let left = count
    while (left > 0) {
      if (held.length === 0) {
        await need()
      }
      const piece = held.subarray(0, left)
      held = held.subarray(piece.length)
      left -= piece.length
      await onData(piece)
    }
  }

  async function toEnd(onData: (piece: Buffer) => undefined | Promise<void>): Promise<void> {
    while (held.length > 0 || (await more())) {
      const piece = held
      held = Buffer.alloc(0)
      await onData(piece)
    }
  }

  return { until, bytes, toEnd, hasEnded: () => ended !== undefined }
}
