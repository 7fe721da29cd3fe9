import type { IncomingMessage, ServerResponse } from 'node:http'

const drainBytes = 64 * 1024 * 1024
const drainMs = 10_000

function hasBody(request: IncomingMessage): boolean {
  const length = request.headers['content-length']
  return request.headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0')
}

/**
 * Answers without a body of our own. A box that is still sending sees the answer only when we go on reading (a close
 * would reset the connection under it), so its body is read to the end, within bounds, and dropped.
 */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: Record<string, string | string[]> = {},
): void {
  if (response.headersSent || response.destroyed) {
    response.destroy()
    return
  }
  const announced = Number(request.headers['content-length'] ?? 0)
  const isWaiting = request.headers.expect !== undefined
  if (!hasBody(request) || request.complete) {
    response.writeHead(status, { 'Content-Length': 0, ...headers }).end()
  } else if (isWaiting || announced > drainBytes) {
    response.writeHead(status, { 'Content-Length': 0, Connection: 'close', ...headers }).end()
  } else {
    response.writeHead(status, { 'Content-Length': 0, ...headers }).flushHeaders()
    drain(request, () => response.end())
  }
}

function drain(request: IncomingMessage, onDrained: () => void): void {
  let drained = 0
  const timer = setTimeout(() => request.destroy(), drainMs)
  request
    .on('data', (chunk: Buffer) => {
      drained += chunk.length
      if (drained > drainBytes) request.destroy()
    })
    .once('end', onDrained)
    .once('close', () => clearTimeout(timer))
    .once('error', () => undefined)
    .resume()
}
