import { encodeEnvelope } from './codec/index.ts'
import type { HttpReply, HttpRequest } from './http/message.ts'
import type { Reply } from './session.ts'
import { cookieName } from './session-table.ts'
import type { AcsAnswer } from './trace-recorder.ts'

const retryAfterSeconds = 5

/** How a box wants its answers: by its model's quirks, else by the settings. */
export interface BoxManners {
  emptyAnswer: '204' | '200'
  /** Path attribute of the session cookie; empty leaves it out. */
  cookiePath: string
}

/** The HTTP form of a session's reply (TR-069 3.4.1); `cookie` is set where the session has just begun. */
export function answerFor(reply: Reply, manners: BoxManners, cookie: string | null): AcsAnswer {
  switch (reply.kind) {
    case 'envelope': {
      const headers: Record<string, string> = { 'Content-Type': 'text/xml; charset=utf-8' }
      if (cookie !== null) headers['Set-Cookie'] = cookieOf(cookie, manners)
      return { status: 200, headers, body: encodeEnvelope(reply.envelope), message: reply.envelope }
    }
    case 'empty':
      return emptyAnswer(manners)
    case 'bad': {
      const { problem } = reply
      const place = problem ? ` (${problem.code} at byte ${problem.offset})` : ''
      return plainAnswer(400, `The message could not be read${place}.`)
    }
    case 'superseded':
      return { status: 0, headers: {}, body: '', message: null }
  }
}

/** "No more requests": 204, or 200 without a body for old boxes (spec/01 section 3). */
export function emptyAnswer({ emptyAnswer: status }: Pick<BoxManners, 'emptyAnswer'>): AcsAnswer {
  return { status: status === '200' ? 200 : 204, headers: {}, body: '', message: null }
}

function cookieOf(value: string, { cookiePath }: BoxManners): string {
  return `${cookieName}=${value}${cookiePath === '' ? '' : `; Path=${cookiePath}`}`
}

/** The session limit is reached: the box comes back by itself (spec/01 section 5). */
export function busyAnswer(): AcsAnswer {
  return {
    ...plainAnswer(503, 'Too many sessions at one time.'),
    headers: { 'Retry-After': String(retryAfterSeconds) },
  }
}

/** Sends the box to another ACS for this session; 307 is not known to HTTP/1.0. */
export function redirectAnswer({ version }: HttpRequest, url: string): AcsAnswer {
  return { status: version === '1.0' ? 302 : 307, headers: { Location: url }, body: '', message: null }
}

/** TR-069 3.4.1: a Content-Encoding that the ACS cannot undo is answered by 415. */
export function refusedContent(code: 'unsupportedEncoding' | 'tooLarge' | 'damaged'): AcsAnswer {
  switch (code) {
    case 'unsupportedEncoding':
      return plainAnswer(415, 'Use gzip, deflate or no Content-Encoding.')
    case 'tooLarge':
      return plainAnswer(413, 'The message is larger than 16 MiB.')
    case 'damaged':
      return plainAnswer(400, 'The compressed body could not be read.')
  }
}

/** A person who opens the ACS URL in a browser should see that it is the right place. */
export function answerBrowser({ method }: HttpRequest): HttpReply {
  if (method === 'GET' || method === 'HEAD')
    return plainAnswer(200, 'FieldACS is listening here. Enter this address as the ACS URL of the box.')
  const refusal = plainAnswer(405, 'CWMP messages are sent by POST.')
  return { ...refusal, headers: { ...refusal.headers, Allow: 'GET, HEAD, POST' } }
}

export function plainAnswer(status: number, text: string): AcsAnswer {
  return { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body: `${text}\n`, message: null }
}
