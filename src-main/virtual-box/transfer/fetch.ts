import type { FaultCode } from '../faults.ts'
import { endpointOf, type HttpConnection, HttpError, type HttpHead, openConnection } from '../http/connection.ts'
import { type Credentials, createSigner, parseChallenges, type Signer } from '../http/digest.ts'

/** How a file transfer ended. */
export type FileResult =
  | { readonly kind: 'done'; readonly body: Buffer }
  | { readonly kind: 'failed'; readonly fault: FaultCode; readonly reason: string }

export interface FileRequest {
  readonly method: 'GET' | 'PUT' | 'POST'
  readonly url: string
  readonly credentials: Credentials
  readonly body: Buffer
  readonly signal: AbortSignal
  readonly timeoutMs: number
  /** Called with each piece of the file; a promise holds the sender back. */
  readonly onData?: (received: number) => undefined | Promise<void>
  readonly onOpen?: (phase: 'connecting' | 'connected' | 'requested') => void
}

const failed = (fault: FaultCode, reason: string): FileResult => ({ kind: 'failed', fault, reason })

/** Gets or puts a file over HTTP, digest and basic on demand, redirects followed; failures as the codes 9010..9018. */
export async function transferFile(request: FileRequest): Promise<FileResult> {
  let { url } = request
  let signer: Signer | undefined
  let connection: HttpConnection | undefined
  try {
    for (let tries = 0; tries < 8; tries += 1) {
      const endpoint = endpointOf(url)
      if (endpoint === undefined) {
        return failed(9013, url)
      }
      if (connection?.isOpen() !== true) {
        request.onOpen?.('connecting')
        connection = await openConnection(endpoint, request.signal, request.timeoutMs)
        request.onOpen?.('connected')
      }
      request.onOpen?.('requested')
      const { head, body } = await exchange(connection, request, url, signer)
      if (head.status >= 200 && head.status < 300) {
        return { kind: 'done', body }
      }
      const challenges = parseChallenges(head.headers.get('www-authenticate') ?? [])
      if (head.status === 401 && signer === undefined) {
        signer = createSigner(challenges, request.credentials)
      } else if ([301, 302, 303, 307, 308].includes(head.status)) {
        url = new URL(head.headers.get('location')?.[0] ?? '', url).href
        connection.close()
        continue
      } else {
        return refused(request.method, head.status)
      }
      if (signer === undefined) {
        return failed(9012, 'no challenge that can be met')
      }
    }
    return failed(9010, 'too many redirects')
  } catch (error) {
    const atConnect = error instanceof HttpError && error.phase === 'connect'
    const fault = atConnect ? 9015 : request.method === 'GET' ? 9017 : 9011
    return failed(fault, error instanceof Error ? error.message : String(error))
  } finally {
    connection?.close()
  }
}

function refused(method: FileRequest['method'], status: number): FileResult {
  const reason = `HTTP status ${status}`
  if (status === 401) {
    return failed(9012, reason)
  }
  return method !== 'GET' ? failed(9011, reason) : failed([403, 404, 410].includes(status) ? 9016 : 9010, reason)
}

async function exchange(
  connection: HttpConnection,
  request: FileRequest,
  url: string,
  signer: Signer | undefined,
): Promise<{ head: HttpHead; body: Buffer }> {
  const { pathname, search, host } = new URL(url)
  const target = pathname + search
  const { method, body } = request
  const pieces: Buffer[] = []
  let received = 0
  const head = await connection.stream(
    {
      method,
      target,
      body,
      headers: [
        ['Host', host],
        ['User-Agent', 'ACME-CPE/2.0'],
        ['Accept', '*/*'],
        ...(method !== 'GET' ? ([['Content-Type', 'application/octet-stream']] as const) : []),
        ...(signer === undefined ? [] : ([['Authorization', signer({ method, uri: target, body })]] as const)),
      ],
    },
    request.timeoutMs,
    ({ status }, piece) => {
      if (status !== 200) {
        return undefined
      }
      pieces.push(piece)
      received += piece.length
      return request.onData?.(received)
    },
  )
  return { head, body: Buffer.concat(pieces) }
}
