import { request } from 'node:http'

export interface FetchOptions {
  url: string
  method?: 'GET' | 'HEAD' | 'POST'
  headers?: Readonly<Record<string, string>>
  body?: string
  /** Address of the chosen adapter. */
  localAddress: string
  timeoutMs: number
  maxBytes: number
  signal?: AbortSignal | undefined
}

export interface FetchedText {
  status: number
  headers: Readonly<Record<string, string | string[] | undefined>>
  /** Cut at `maxBytes`. */
  text: string
}

/**
 * One HTTP exchange with a device on the LAN: from the chosen adapter, no redirects (they could lead elsewhere), bounded
 * in bytes and time, lenient in its parser. Rejects with the system's error, or with ETIMEDOUT.
 */
export function fetchText(options: FetchOptions): Promise<FetchedText> {
  const { url, method = 'GET', headers = {}, body, localAddress, timeoutMs, maxBytes } = options
  const timeout = AbortSignal.timeout(timeoutMs)
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }
    const outgoing = request(
      url,
      {
        method,
        headers: { Connection: 'close', ...headers, ...length },
        agent: false,
        insecureHTTPParser: true,
        localAddress,
        signal,
      },
      (response) => {
        const chunks: Buffer[] = []
        let size = 0
        const finish = (): void =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).subarray(0, maxBytes).toString('utf8'),
          })
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk)
          size += chunk.length
          if (size < maxBytes) return
          finish()
          response.destroy()
        })
        response.on('end', finish)
        response.on('error', finish)
      },
    )
    outgoing.on('error', (error) => {
      const isTimeout = timeout.aborted && error.name === 'AbortError'
      reject(isTimeout ? Object.assign(new Error('no answer in time', { cause: error }), { code: 'ETIMEDOUT' }) : error)
    })
    outgoing.end(body)
  })
}
