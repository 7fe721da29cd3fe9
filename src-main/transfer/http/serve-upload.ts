import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ReceivedFile } from '#shared/model/transfer.ts'
import { IncomingFile, receiveStream, remainingBytes, UploadRefused } from '../inbox.ts'
import type { UploadLink } from '../link.ts'
import type { LinkRegistry, RequestFacts } from '../links.ts'
import type { Ticket } from '../ticket.ts'
import { multipartBoundary } from './headers.ts'
import { MultipartSplitter } from './multipart.ts'
import { refuse } from './refuse.ts'

const statusOf = { tooLarge: 413, tooMany: 409, malformed: 400 } as const

/** Takes PUT and POST on an upload link: the body is the file, or a form that holds files. */
export async function serveUpload(
  registry: LinkRegistry,
  link: UploadLink,
  facts: RequestFacts & { name: string },
  request: IncomingMessage,
  response: ServerResponse,
  onAborted: (ticket: Ticket) => void,
): Promise<void> {
  const announced = Number(request.headers['content-length'] ?? Number.NaN)
  if (announced > remainingBytes(link)) {
    registry.refuse(link, facts, 'tooLarge', 413)
    refuse(request, response, 413)
    return
  }
  // A part of a file would silently become the file (RFC 9110 14.5).
  if (request.headers['content-range'] !== undefined) {
    registry.refuse(link, facts, 'range', 400)
    refuse(request, response, 400)
    return
  }
  const ticket = registry.begin(link, { ...facts, total: Number.isNaN(announced) ? null : announced })
  const onRevoked = () => request.destroy()
  ticket.signal.addEventListener('abort', onRevoked)
  try {
    if (request.headers.expect !== undefined) response.writeContinue()
    const files = await receive(link, ticket, facts.name, request)
    response.writeHead(facts.method === 'PUT' ? 201 : 200, { 'Content-Length': 0 }).end()
    ticket.done(response.statusCode)
    for (const file of files) registry.reportReceived(file)
  } catch (error) {
    if (error instanceof UploadRefused) {
      const status = error.reason in statusOf ? statusOf[error.reason as keyof typeof statusOf] : 500
      ticket.refuse(error.reason, status)
      refuse(request, response, status)
    } else if (isDiskError(error)) {
      ticket.refuse('disk', 507)
      refuse(request, response, 507)
    } else {
      onAborted(ticket)
      response.destroy()
    }
  } finally {
    ticket.signal.removeEventListener('abort', onRevoked)
  }
}

function isDiskError(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  return ['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'ENOENT', 'EROFS', 'EIO', 'EMFILE'].includes(code)
}

function receive(link: UploadLink, ticket: Ticket, name: string, request: IncomingMessage): Promise<ReceivedFile[]> {
  const boundary = multipartBoundary(request.headers['content-type'])
  const chunks = request.iterator({ destroyOnReturn: false })
  if (boundary !== null) return receiveForm(link, ticket, boundary, chunks)
  return receiveStream(link, ticket, name, chunks).then((file) => [file])
}

async function receiveForm(link: UploadLink, ticket: Ticket, boundary: string, chunks: AsyncIterable<Uint8Array>) {
  const splitter = new MultipartSplitter(boundary)
  const received: ReceivedFile[] = []
  let current: IncomingFile | null = null
  try {
    for await (const chunk of chunks) {
      for (const event of splitter.feed(chunk)) {
        if (event.type === 'part')
          current = event.fileName ? await IncomingFile.open(link, ticket, event.fileName) : null
        else if (event.type === 'data') await current?.write(event.chunk)
        else if (current !== null) {
          received.push(await current.commit())
          current = null
        }
      }
    }
    if (!splitter.isComplete || received.length === 0) throw new UploadRefused('malformed')
    return received
  } catch (error) {
    await current?.discard()
    throw error instanceof RangeError ? new UploadRefused('malformed') : error
  }
}
