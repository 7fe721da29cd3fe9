/** What is understood of the head of an HTTP answer. */
export interface HttpAnswer {
  kind: 'answer'
  status: number
  /** Names in lower case; each value on its own. */
  headers: ReadonlyMap<string, readonly string[]>
  /** Bytes of the whole message where its end is known, else null: such a connection cannot be used again. */
  endsAt: number | null
}

export type ReadAnswer = { kind: 'incomplete' } | HttpAnswer | { kind: 'garbage'; excerpt: string }

/** Bytes of a head that are read at most. */
export const maxHeadBytes = 65_536

const statusLine = /^(?:HTTP\/?\d?(?:\.\d+)?|ICY)[ \t]+(\d{3})(?!\d)/i

/**
 * Reads the head of an answer as boxes write it: line ends of any kind, folded lines, no reason, no line end after the
 * status line, no blank line at the end. Interim answers (100 Continue) are passed over, the body is ignored. With `ended` what is there must do.
 */
export function readHttpAnswer(bytes: Buffer, ended: boolean): ReadAnswer {
  const text = bytes.subarray(0, maxHeadBytes).toString('latin1')
  const mustDo = ended || bytes.length >= maxHeadBytes
  for (let at = 0; ; ) {
    const start = at + (/^[\s\0]*/.exec(text.slice(at))?.[0].length ?? 0)
    const head = text.slice(start)
    const blank = /\r\n\r\n|\n\r?\n|\r\r/.exec(head)
    if (!blank && !mustDo) return couldBeHttp(head) ? { kind: 'incomplete' } : garbage(head)
    const lines = (blank ? head.slice(0, blank.index) : head).split(/\r\n|\n|\r/)
    const status = Number(statusLine.exec(lines[0] ?? '')?.[1] ?? Number.NaN)
    if (Number.isNaN(status)) return garbage(head)
    const headEnd = blank ? start + blank.index + blank[0].length : null
    if (status >= 200 || headEnd === null) {
      const headers = readHeaders(lines.slice(1))
      return { kind: 'answer', status, headers, endsAt: messageEnd(status, headers, headEnd) }
    }
    at = headEnd
  }
}

function couldBeHttp(head: string): boolean {
  const begin = head.slice(0, 4).toUpperCase()
  return 'HTTP'.startsWith(begin) || 'ICY '.startsWith(begin)
}

function readHeaders(lines: readonly string[]): Map<string, string[]> {
  const headers = new Map<string, string[]>()
  let current: string[] | undefined
  for (const line of lines) {
    const colon = line.indexOf(':')
    if (/^[ \t]/.test(line)) {
      const last = current?.pop()
      if (last !== undefined) current?.push(`${last} ${line.trim()}`)
    } else if (colon > 0) {
      const name = line.slice(0, colon).trim().toLowerCase()
      current = headers.get(name) ?? []
      current.push(line.slice(colon + 1).trim())
      headers.set(name, current)
    }
  }
  return headers
}

function messageEnd(status: number, headers: ReadonlyMap<string, string[]>, headEnd: number | null): number | null {
  if (headEnd === null || headers.has('transfer-encoding')) return null
  if (status === 204 || status === 304) return headEnd
  const length = headers.get('content-length')?.[0]
  return length !== undefined && /^\d{1,9}$/.test(length) ? headEnd + Number(length) : null
}

function garbage(head: string): ReadAnswer {
  return { kind: 'garbage', excerpt: head.slice(0, 80).replace(/[^\x20-\x7e]/g, '.') }
}
