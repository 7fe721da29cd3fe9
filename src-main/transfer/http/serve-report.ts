import type { IncomingMessage, ServerResponse } from 'node:http'
import { createGunzip, createInflate } from 'node:zlib'
import type { ReportLink } from '../link.ts'
import type { LinkRegistry, RequestFacts } from '../links.ts'
import { refuse } from './refuse.ts'

/** Takes POST and PUT on a report link: one bounded body, plain or packed, handed over whole (TR-069 N.3). */
export async function serveReport(
  registry: LinkRegistry,
  link: ReportLink,
  facts: RequestFacts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const ticket = registry.begin(link, facts)
  try {
    if (request.headers.expect !== undefined) response.writeContinue()
    const body = await unpacked(request, link.maxBytes)
    if (body === null) {
      ticket.refuse('tooLarge', 413)
      refuse(request, response, 413)
      return
    }
    ticket.received(body.length)
    response.writeHead(200, { 'Content-Length': 0 }).end()
    ticket.done(200)
    link.onReport(body)
  } catch {
    ticket.refuse('malformed', 400)
    refuse(request, response, 400)
  }
}

/** null beyond the limit, which counts what comes out: little may be packed to become much. */
async function unpacked(request: IncomingMessage, maxBytes: number): Promise<Buffer | null> {
  const encoding = request.headers['content-encoding']?.trim().toLowerCase()
  const packer = encoding === 'gzip' ? createGunzip() : encoding === 'deflate' ? createInflate() : null
  const source = packer
    ? request.on('error', () => packer.destroy()).pipe(packer)
    : request.iterator({ destroyOnReturn: false })
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of source) {
    length += (chunk as Buffer).length
    if (length > maxBytes) return null
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}
