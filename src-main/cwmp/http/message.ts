import type { Warning } from '#shared/model/session.ts'

/** One HTTP request with its whole body (RFC 9112), and what was wrong with its form. */
export interface HttpRequest {
  method: string
  target: string
  /** Which persistence rules hold: HTTP/1.0 closes unless told otherwise. */
  version: '1.0' | '1.1'
  /** As sent, in order; for the trace. */
  rawHeaders: [string, string][]
  /** By lower-case name; repeated ones are joined (RFC 9110 5.3). */
  headers: ReadonlyMap<string, string>
  body: Buffer
  warnings: Warning[]
}

/** What goes back. `status` 0 closes the connection without a word. */
export interface HttpReply {
  status: number
  headers: Record<string, string>
  body: string
}

/** The start of a request, before its body is there. */
export type HttpHead = Omit<HttpRequest, 'body' | 'warnings'>

const requestLine = /^([a-z]{3,20})[ \t]+(\S+)[ \t]+HTTP\/(\d)\.(\d)[ \t]*$/i

/** Reads a request line and header lines, CRLF or LF, folded or not; null where it is no request. */
export function parseHead(text: string): HttpHead | null {
  const lines = text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  const first = requestLine.exec(lines[0] ?? '')
  if (!first) return null
  const [, method = '', target = '', major, minor] = first
  const rawHeaders: [string, string][] = []
  const headers = new Map<string, string>()
  for (const line of lines.slice(1)) {
    const colon = line.indexOf(':')
    if (colon <= 0) continue
    const name = line.slice(0, colon).trim()
    const value = line.slice(colon + 1).trim()
    rawHeaders.push([name, value])
    const key = name.toLowerCase()
    const before = headers.get(key)
    headers.set(key, before === undefined ? value : `${before}${key === 'cookie' ? '; ' : ', '}${value}`)
  }
  const version = major === '1' && minor !== '0' ? '1.1' : '1.0'
  return { method: method.toUpperCase(), target, version, rawHeaders, headers }
}

/** How a head announces its body (RFC 9112 6); `absent` is neither length nor coding. */
export type BodyForm =
  | { kind: 'absent' }
  | { kind: 'length'; length: number }
  | { kind: 'chunked' }
  | { kind: 'bad'; status: 400 | 501 }

export function bodyForm({ headers }: HttpHead): BodyForm {
  const coding = headers.get('transfer-encoding')?.toLowerCase() ?? 'identity'
  if (/(?:^|,)\s*chunked$/.test(coding)) return { kind: 'chunked' }
  if (coding !== 'identity') return { kind: 'bad', status: 501 }
  const length = headers.get('content-length')
  if (length === undefined) return { kind: 'absent' }
  const same = [...new Set(length.split(/\s*,\s*/))]
  if (same.length !== 1 || !/^\d{1,15}$/.test(same[0] ?? '')) return { kind: 'bad', status: 400 }
  return { kind: 'length', length: Number(same[0]) }
}

/** Whether the connection stays open after the answer. */
export function keepsAlive({ version, headers }: HttpHead): boolean {
  const connection = headers.get('connection')?.toLowerCase() ?? ''
  return version === '1.1' ? !/\bclose\b/.test(connection) : /\bkeep-alive\b/.test(connection)
}

/** Reason phrases of the statuses that we send. */
const statusTexts: Record<number, string> = {
  200: 'OK',
  204: 'No Content',
  302: 'Found',
  307: 'Temporary Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  431: 'Request Header Fields Too Large',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  503: 'Service Unavailable',
}

/** The reason phrase of a status, empty where we never send it. */
export function statusText(status: number): string {
  return statusTexts[status] ?? ''
}

/** An answer as it goes out: Content-Length always, never chunked (wire.md 7). */
export function formatReply(
  reply: HttpReply,
  options: { keepAlive: boolean; headOnly: boolean; date: string },
): string {
  const { status, headers, body } = reply
  let text = `HTTP/1.1 ${status} ${statusText(status)}\r\n`
  for (const [name, value] of Object.entries(headers)) text += `${name}: ${value}\r\n`
  if (status !== 204) text += `Content-Length: ${Buffer.byteLength(body)}\r\n`
  text += `Date: ${options.date}\r\nConnection: ${options.keepAlive ? 'keep-alive' : 'close'}\r\n\r\n`
  return options.headOnly ? text : text + body
}
