import { createHash, randomBytes } from 'node:crypto'

/** A user and password made for one link. Never logged. */
export interface Credentials {
  readonly username: string
  readonly password: string
  /** The one way to log in over HTTP; both are offered where it is left out. */
  readonly scheme?: 'basic' | 'digest'
}

/** Where the bytes of a download lie. */
export type FileSource =
  | { readonly type: 'file'; readonly path: string }
  | { readonly type: 'buffer'; readonly data: Uint8Array }
  /** Made-up bytes of the link's size, for speed tests (TR-143). */
  | { readonly type: 'generated' }

interface LinkBase {
  /** Names the link in events and logs; derived from the token, which it does not give away. */
  readonly id: string
  /** The secret: 128 bits, hex. */
  readonly token: string
  /** Absolute URL path, percent-encoded, the same for HTTP, FTP and TFTP. */
  readonly path: string
  readonly fileName: string
  readonly credentials: Credentials | null
  /** Milliseconds since the epoch. */
  readonly createdAt: number
  readonly expiresAt: number | null
}

export interface DownloadLink extends LinkBase {
  readonly kind: 'download'
  readonly source: FileSource
  readonly sizeBytes: number
  readonly sha256: string
}

export interface UploadLink extends LinkBase {
  readonly kind: 'upload'
  /** Where finished files are put; it must exist. null: what comes is counted and thrown away. */
  readonly directory: string | null
  /** Limit over all files of the link. */
  readonly maxBytes: number
  readonly maxFiles: number
}

/** Takes reports of a box, each in one request, for as long as it stands (TR-069 Annex N). HTTP only. */
export interface ReportLink extends LinkBase {
  readonly kind: 'report'
  /** Of one report, unpacked. */
  readonly maxBytes: number
  readonly onReport: (body: Buffer) => void
}

export type Link = DownloadLink | UploadLink | ReportLink

/** A fresh secret for a link. */
export function createToken(): string {
  return randomBytes(16).toString('hex')
}

export function linkIdOf(token: string): string {
  return createHash('sha256').update(token).digest('hex').slice(0, 16)
}

/** Replaces lone surrogates, which have no UTF-8 form. */
export function wellFormed(text: string): string {
  return Buffer.from(text).toString()
}

/** Percent-encodes all but unreserved characters (RFC 3986 2.3): safe in URLs, XML and shell lines alike. */
export function encodeSegment(name: string): string {
  return encodeURIComponent(wellFormed(name)).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

const maxNameInUrl = 120

/**
 * The path of a link. Download URLs hold at most 256 characters (TR-069 A.3.2.8), so a name that grows too long by
 * encoding is replaced; the token alone finds the file.
 */
export function linkPath(token: string, fileName: string): string {
  const encoded = encodeSegment(fileName)
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(fileName)?.[0] ?? ''
  return `/${token}/${encoded.length <= maxNameInUrl ? encoded : `file${extension}`}`
}

/** Hides all but the first four digits of anything that looks like a token, for logs. */
export function maskTokens(path: string): string {
  return path.replace(/[0-9a-f]{28}(?=[^0-9a-f]|$)/gi, '…').slice(0, 300)
}
