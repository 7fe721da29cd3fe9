import { type Link, linkPath, wellFormed } from './link.ts'

/** What a requested path means, once links are looked up by token. */
export type Resolution =
  | { type: 'found'; link: Link; name: string }
  | { type: 'wrongName'; link: Link }
  | { type: 'unknown' }

const gb18030 = new TextDecoder('gb18030')
const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

/** Undoes percent-encoding bytewise; boxes re-encode names in UTF-8 or GBK, sometimes twice. */
function percentDecode(text: string): string {
  if (!text.includes('%')) return text
  const latin1 = Buffer.from(text, 'utf8')
    .toString('latin1')
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  const bytes = Buffer.from(latin1, 'latin1')
  try {
    return strictUtf8.decode(bytes)
  } catch {
    return gb18030.decode(bytes)
  }
}

function spellings(segment: string): string[] {
  const once = percentDecode(segment)
  const twice = percentDecode(once)
  return [segment, once, twice, once.replaceAll('+', ' ')].map((name) => name.normalize('NFC').toLowerCase())
}

/** Splits a path as asked into its segments, still encoded; the query and any scheme and host go. */
function segmentsOf(path: string): string[] {
  const bare = path.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/s, '')
  return bare.split('/').filter((segment) => segment !== '')
}

/** Whether a segment can be the name of a file: no step in a tree, nothing hidden in it. */
function isName(segment: string): boolean {
  return !/^\.*$|[/\\\u0000]/.test(percentDecode(segment))
}

/**
 * Finds the link that a path asks for: `/<token>/<name>` or `/<token>`. No file system is consulted, so there is nothing
 * to traverse. A download must bear the file's own name (any usual spelling of it), which boxes that take the URL for a
 * folder follow by a name of theirs; an upload may bear any one name.
 */
export function resolvePath(path: string, findByToken: (token: string) => Link | undefined): Resolution {
  const [token = '', name, appended, ...rest] = segmentsOf(path)
  const link = findByToken(token.toLowerCase())
  if (link === undefined) return { type: 'unknown' }
  if (name === undefined) return { type: 'found', link, name: link.fileName }
  const isDownload = link.kind === 'download'
  if (rest.length > 0 || (appended !== undefined && !(isDownload && isName(appended))))
    return { type: 'wrongName', link }
  if (!isDownload) return { type: 'found', link, name: percentDecode(name) }
  const inPath = linkPath(link.token, link.fileName).split('/')[2] ?? ''
  const wanted = new Set([link.fileName.normalize('NFC').toLowerCase(), inPath.toLowerCase()])
  return spellings(name).some((spelling) => wanted.has(spelling))
    ? { type: 'found', link, name: link.fileName }
    : { type: 'wrongName', link }
}

const reservedNames = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/**
 * A name that is safe as a file name on Windows, macOS and Linux, out of whatever a box sent: no directories, no
 * control or reserved characters, never empty, at most 120 UTF-8 bytes with the extension kept.
 */
export function safeFileName(name: string, fallback = 'file'): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const clean = wellFormed(last)
    .replace(/[\u0000-\u001f\u007f<>:"|?*\u202a-\u202e\u2066-\u2069]/g, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
  const usable = clean === '' || reservedNames.test(clean) ? `${fallback}${clean === '' ? '' : `-${clean}`}` : clean
  return shorten(usable, 120)
}

function shorten(name: string, maxBytes: number): string {
  if (Buffer.byteLength(name) <= maxBytes) return name
  const extension = /\.[^.]{1,16}$/.exec(name)?.[0] ?? ''
  let stem = name.slice(0, name.length - extension.length)
  while (Buffer.byteLength(stem) + Buffer.byteLength(extension) > maxBytes) stem = [...stem].slice(0, -1).join('')
  return stem + extension
}
