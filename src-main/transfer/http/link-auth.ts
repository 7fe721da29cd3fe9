import type { IncomingMessage } from 'node:http'
import { Authenticator } from '../../net/authenticator.ts'
import type { Credentials } from '../link.ts'

/** Outcome of a login; `challenges` are WWW-Authenticate values for a 401. */
export type LinkLogin = { type: 'accepted' } | { type: 'challenged'; challenges: string[] }

/** Judges a request against the credentials of its link. */
export type Authenticate = (request: IncomingMessage, credentials: Credentials) => LinkLogin

const realm = 'files'

/**
 * Takes Basic and Digest alike and offers both, Digest first: a box picks what it can do, and the credentials serve one
 * link only. A link whose credentials name a scheme takes that one alone.
 */
export function createLinkAuthenticator(): Authenticate {
  const authenticator = new Authenticator({ realm, usesWithoutCount: 100 })
  return (request, credentials) => {
    const chosen = /^\s*basic\b/i.test(request.headers.authorization ?? '') ? 'basic' : 'digest'
    const mode = credentials.scheme ?? chosen
    const verdict = authenticator.authenticate(
      {
        method: request.method ?? 'GET',
        url: request.url ?? '/',
        headers: request.headers,
        address: request.socket.remoteAddress ?? '',
      },
      (username) => (username === credentials.username ? credentials.password : null),
      mode,
    )
    if (verdict.kind === 'ok') return { type: 'accepted' }
    const offered = verdict.headers['WWW-Authenticate']
    const other = mode === 'digest' && credentials.scheme === undefined ? [`Basic realm="${realm}"`] : []
    return { type: 'challenged', challenges: [offered, ...other] }
  }
}
