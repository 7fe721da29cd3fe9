import { once } from 'node:events'
import type { Socket } from 'node:net'
import { confirmDelivery } from '../delivery.ts'
import { receiveStream, UploadRefused } from '../inbox.ts'
import type { LinkRegistry } from '../links.ts'
import { pump } from '../pump.ts'
import { openSource } from '../source.ts'
import type { FtpEffect } from './machine.ts'

/** The last reply of a transfer. */
export interface FtpOutcome {
  code: number
  text: string
}

const complete: FtpOutcome = { code: 226, text: 'Transfer complete.' }
const lost: FtpOutcome = { code: 426, text: 'Connection closed, transfer aborted.' }

type Effect<T extends FtpEffect['type']> = Extract<FtpEffect, { type: T }>

/** RETR: always the bytes as they are, whatever TYPE says. */
export async function sendOver(
  socket: Socket,
  effect: Effect<'send'>,
  registry: LinkRegistry,
  address: string,
): Promise<FtpOutcome> {
  const { link, offset, path } = effect
  const facts = { protocol: 'ftp', address, method: 'RETR', path } as const
  const source = await openSource(link)
  if (source === null) {
    socket.destroy()
    registry.refuse(link, facts, 'sourceGone', 451)
    return { code: 451, text: 'The file is gone.' }
  }
  const range = { start: offset, end: link.sizeBytes - 1 }
  const total = link.sizeBytes - offset
  const ticket = registry.begin(link, { ...facts, range: offset > 0 ? range : null, total, status: 150 })
  if (effect.isAscii) ticket.warn('asciiRequested')
  const onRevoked = () => socket.destroy()
  ticket.signal.addEventListener('abort', onRevoked)
  const startedAt = performance.now()
  try {
    await pump(socket, source, range, ticket)
    const confirmed = confirmDelivery(socket, ticket.current.bytesSent, performance.now() - startedAt)
    socket.resume().end()
    // The client may wait for 226 before it closes, so the proof of delivery comes after the reply.
    confirmed.then(
      () => ticket.done(226),
      () => ticket.abort(),
    )
    return complete
  } catch {
    ticket.abort(socket.timeout === 0 ? 'timeout' : null)
    socket.destroy()
    return lost
  } finally {
    ticket.signal.removeEventListener('abort', onRevoked)
    await source.close()
  }
}

/** STOR and APPE: a new file each; nothing that came before is overwritten. */
export async function receiveOver(
  socket: Socket,
  effect: Effect<'receive'>,
  registry: LinkRegistry,
  address: string,
): Promise<FtpOutcome> {
  const { link, path, name, verb } = effect
  const ticket = registry.begin(link, { protocol: 'ftp', address, method: verb, path, status: 150 })
  if (effect.isAscii) ticket.warn('asciiRequested')
  const onRevoked = () => socket.destroy()
  ticket.signal.addEventListener('abort', onRevoked)
  try {
    const file = await receiveStream(link, ticket, name, socket)
    ticket.done(226)
    registry.reportReceived(file)
    return complete
  } catch (error) {
    if (error instanceof UploadRefused) {
      ticket.refuse(error.reason, 552)
      return { code: 552, text: 'Not taken: over the limit.' }
    }
    ticket.abort()
    return lost
  } finally {
    ticket.signal.removeEventListener('abort', onRevoked)
    socket.destroy()
  }
}

/** LIST and NLST: at most the one file of a folder. */
export async function listOver(socket: Socket, effect: Effect<'list'>): Promise<FtpOutcome> {
  const { link, isLong } = effect
  const file = link?.kind === 'download' ? link : null
  const size = String(file?.sizeBytes ?? 0).padStart(12)
  const line = isLong ? `-r--r--r--    1 ftp      ftp ${size} Jan 01  2020 ${file?.fileName}` : file?.fileName
  socket.resume().end(file === null ? '' : `${line}\r\n`)
  await once(socket, 'close')
  return complete
}
