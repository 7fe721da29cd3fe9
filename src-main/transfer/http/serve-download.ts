import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ByteRange } from '#shared/model/transfer.ts'
import { confirmDelivery } from '../delivery.ts'
import type { DownloadLink } from '../link.ts'
import type { LinkRegistry, RequestFacts } from '../links.ts'
import { pump } from '../pump.ts'
import { type OpenSource, openSource } from '../source.ts'
import type { Ticket } from '../ticket.ts'
import { contentDisposition } from './headers.ts'
import { ifRangeHolds, parseRange } from './range.ts'
import { refuse } from './refuse.ts'

/** Entity tag of a file: its content decides, so a download may go on after a restart of the app. */
export function entityTag(link: DownloadLink): string {
  return `"${link.sha256.slice(0, 32)}"`
}

/** Answers GET and HEAD on a download link (RFC 9110 14). `onAborted` is told when the connection ended early. */
export async function serveDownload(
  registry: LinkRegistry,
  link: DownloadLink,
  facts: RequestFacts,
  request: IncomingMessage,
  response: ServerResponse,
  onAborted: (ticket: Ticket) => void,
): Promise<void> {
  const source = await openSource(link)
  if (source === null) {
    registry.refuse(link, facts, 'sourceGone', 500)
    refuse(request, response, 500)
    return
  }
  try {
    const etag = entityTag(link)
    const isCurrent = ifRangeHolds([request.headers['if-range']].flat()[0], etag, source.modifiedMs)
    const asked = parseRange(isCurrent ? request.headers.range : undefined, source.sizeBytes)
    if (asked.type === 'unsatisfiable') {
      registry.refuse(link, facts, 'range', 416)
      refuse(request, response, 416, { 'Content-Range': `bytes */${source.sizeBytes}` })
      return
    }
    const range = asked.type === 'part' ? asked.range : { start: 0, end: source.sizeBytes - 1 }
    const length = range.end - range.start + 1
    response.writeHead(asked.type === 'part' ? 206 : 200, {
      'Content-Type': 'application/octet-stream',
      'Content-Length': length,
      'Content-Disposition': contentDisposition(link.fileName),
      'Last-Modified': new Date(source.modifiedMs).toUTCString(),
      'Accept-Ranges': 'bytes',
      ETag: etag,
      ...(asked.type === 'part' && { 'Content-Range': `bytes ${range.start}-${range.end}/${source.sizeBytes}` }),
    })
    const isHead = facts.method === 'HEAD'
    const ticket = registry.begin(link, {
      ...facts,
      range: asked.type === 'part' ? range : null,
      total: isHead ? 0 : length,
      status: response.statusCode,
    })
    const onRevoked = () => response.destroy()
    ticket.signal.addEventListener('abort', onRevoked)
    try {
      if (isHead) response.end()
      else await sendBody(response, source, range, ticket)
      ticket.done()
    } catch {
      response.destroy()
      onAborted(ticket)
    } finally {
      ticket.signal.removeEventListener('abort', onRevoked)
    }
  } finally {
    await source.close()
  }
}

async function sendBody(response: ServerResponse, source: OpenSource, range: ByteRange, ticket: Ticket): Promise<void> {
  const startedAt = performance.now()
  const { socket } = response
  await pump(response, source, range, ticket)
  response.end()
  if (socket !== null) await confirmDelivery(socket, ticket.current.bytesSent, performance.now() - startedAt)
}
