import type { Credentials, Link } from '../link.ts'
import { credentialsMatch, type LinkRegistry } from '../links.ts'

/** What lies at a path of the FTP server, for one user. */
export type FtpEntry =
  | { type: 'directory'; link: Link | null }
  | { type: 'file'; link: Extract<Link, { kind: 'download' }> }
  | { type: 'slot'; link: Extract<Link, { kind: 'upload' }>; name: string }
  | { type: 'denied'; link: Link }
  | { type: 'nothing'; link: Link | null }

/** What the state machine asks of the world: logins and paths. */
export interface FtpView {
  /** `link` is the one that the user name belongs to. */
  login(user: Credentials): { isAllowed: boolean; link: Link | null }
  entryAt(path: string, user: Credentials): FtpEntry
}

/**
 * The links of the registry as folders named by their tokens. The root lists nothing. A user name that belongs to a link
 * needs its password; any other name is a guest, who reaches links without credentials.
 */
export function createView(registry: LinkRegistry): FtpView {
  return {
    login: (user) => {
      const named = registry.active().filter((link) => link.credentials?.username === user.username)
      const isGuest = named.length === 0
      return { isAllowed: isGuest || named.some((link) => isAllowed(link, user)), link: named[0] ?? null }
    },
    entryAt: (path, user) => {
      const depth = path.split('/').filter((segment) => segment !== '').length
      if (depth === 0) return { type: 'directory', link: null }
      const found = registry.resolve(encodePath(path))
      if (found.type === 'unknown' || found.link.kind === 'report') return { type: 'nothing', link: null }
      const { link } = found
      if (!isAllowed(link, user)) return { type: 'denied', link }
      if (depth === 1) return { type: 'directory', link }
      if (found.type === 'wrongName') return { type: 'nothing', link }
      return link.kind === 'download' ? { type: 'file', link } : { type: 'slot', link, name: found.name }
    },
  }
}

function isAllowed(link: Link, user: Credentials): boolean {
  return link.credentials === null || credentialsMatch(link.credentials, user.username, user.password)
}

/** FTP names are plain; a `?` or `#` in them is no query. Percent signs stay: boxes send URL paths as they got them. */
function encodePath(path: string): string {
  return path.replaceAll('?', '%3F').replaceAll('#', '%23')
}
