import { gunzipSync, gzipSync, inflateSync } from 'node:zlib'
import type { Quirks } from '../quirks.ts'
import {
  type Endpoint,
  endpointOf,
  type HttpAnswer,
  type HttpConnection,
  HttpError,
  openConnection,
} from './connection.ts'
import { type Cookies, cookieHeader, storeCookies } from './cookies.ts'
import { type Credentials, createSigner, parseChallenges, type Signer } from './digest.ts'
import { encodeGbk } from './gbk.ts'

/** The HTTP side of one CWMP session: cookies, authentication, redirects, one connection kept open (spec 01, section 3). */
export interface AcsLink {
  /** POSTs an envelope, or nothing when empty, and returns the text of the answer; throws HttpError. */
  readonly post: (envelope: string) => Promise<string>
  readonly close: () => void
}

export interface AcsLinkOptions {
  readonly url: string
  readonly localAddress: string
  readonly credentials: Credentials
  readonly quirks: Quirks
  readonly cookies: Cookies
  readonly signal: AbortSignal
}

const TIMEOUT_MS = 30_000
const MOST_REDIRECTS = 5

export function createAcsLink(options: AcsLinkOptions): AcsLink {
  const { quirks, cookies } = options
  let url = options.url
  let connection: HttpConnection | undefined
  let signer: Signer | undefined
  let redirects = 0

  function endpoint(): Endpoint {
    const found = endpointOf(url)
    if (found === undefined) {
      throw new HttpError('connect', `ACS URL ${url} is not http(s)`)
    }
    return found
  }

  async function send(envelope: string): Promise<HttpAnswer> {
    const { host, port, isTls } = endpoint()
    const parsed = new URL(url)
    const target = parsed.pathname + parsed.search
    const body = encodeBody(envelope, quirks)
    if (connection?.isOpen() !== true) {
      const from = isLoopback(host) || !isLoopback(options.localAddress) ? { localAddress: options.localAddress } : {}
      connection = await openConnection({ host, port, isTls, ...from }, options.signal, TIMEOUT_MS)
    }
    const cookie = quirks.noCookies === true ? undefined : cookieHeader(cookies)
    const headers: (readonly [string, string])[] = [
      ['Host', parsed.host],
      ['User-Agent', 'ACME-CPE/2.0'],
      ...(quirks.http10 === true ? [] : ([['Connection', 'keep-alive']] as const)),
      ...(envelope === '' ? [] : soapHeaders(quirks)),
      ...(cookie === undefined ? [] : ([['Cookie', cookie]] as const)),
      ...(signer === undefined ? [] : ([['Authorization', signer({ method: 'POST', uri: target, body })]] as const)),
    ]
    const answer = await connection.exchange(
      {
        method: 'POST',
        target,
        headers,
        body,
        version: quirks.http10 === true ? '1.0' : '1.1',
        isChunked: quirks.chunkedRequests === true && envelope !== '',
      },
      TIMEOUT_MS,
    )
    storeCookies(cookies, answer.headers.get('set-cookie') ?? [])
    if (quirks.newConnectionPerRequest === true) {
      connection.close()
    }
    return answer
  }

  function follow(answer: HttpAnswer): void {
    const location = answer.headers.get('location')?.[0] ?? ''
    redirects += 1
    if (quirks.redirectFollow === false || redirects > MOST_REDIRECTS || !URL.canParse(location, url)) {
      throw new HttpError('exchange', `redirect ${answer.status} not followed`)
    }
    const next = new URL(location, url)
    if (next.host !== new URL(url).host) {
      connection?.close()
      signer = undefined
    }
    url = next.href
  }

  async function post(envelope: string): Promise<string> {
    let isChallenged = false
    for (;;) {
      const answer = await send(envelope)
      if (answer.status === 200 || answer.status === 204) {
        redirects = 0
        return decodeBody(answer)
      }
      if (answer.status === 302 || answer.status === 307) {
        follow(answer)
      } else if (answer.status === 401 && !isChallenged) {
        isChallenged = true
        signer = createSigner(parseChallenges(answer.headers.get('www-authenticate') ?? []), options.credentials)
        if (signer === undefined) {
          throw new HttpError('exchange', 'no challenge that can be met')
        }
      } else {
        throw new HttpError('exchange', `HTTP status ${answer.status}`)
      }
    }
  }

  return { post, close: () => connection?.close() }
}

const isLoopback = (host: string): boolean => /^(127\.|localhost$|::1$)/.test(host)

function soapHeaders(quirks: Quirks): (readonly [string, string])[] {
  return [
    ['Content-Type', 'text/xml; charset=utf-8'],
    ['SOAPAction', ''],
    ...(quirks.gzipRequests === true ? ([['Content-Encoding', 'gzip']] as const) : []),
  ]
}

function encodeBody(envelope: string, quirks: Quirks): Buffer {
  const bytes = quirks.gbkUnderUtf8 === true ? encodeGbk(envelope) : Buffer.from(envelope)
  return quirks.gzipRequests === true && envelope !== '' ? gzipSync(bytes) : bytes
}

function decodeBody({ body, headers }: HttpAnswer): string {
  const encoding = headers.get('content-encoding')?.[0]?.toLowerCase()
  const plain = encoding === 'gzip' ? gunzipSync(body) : encoding === 'deflate' ? inflateSync(body) : body
  return plain.toString('utf8')
}
