import type { Warning } from '#shared/model/session.ts'
import { bodyForm, type HttpHead, type HttpRequest, parseHead } from './message.ts'

/** Sizes beyond which a request is refused. */
export interface ParserLimits {
  headBytes: number
  bodyBytes: number
}

/** What the bytes say. After `refused` nothing more can be read. */
export type ParserEvent =
  | { kind: 'request'; request: HttpRequest }
  /** The client waits for "100 Continue" before it sends the body (RFC 9110 10.1.1). */
  | { kind: 'continue' }
  /** Bytes that are no request; what follows them is looked for. */
  | { kind: 'garbage'; sample: string }
  | { kind: 'refused'; status: 400 | 413 | 431 | 501 }

/**
 * Where the parser stands. `tail`: the announced length is there, but the envelope has no end yet; what comes before
 * our answer belongs to it, since a box never sends its next request before that (spec/01 section 3).
 */
type Stage =
  | { at: 'head'; scanned: number; lost: boolean }
  | { at: 'length'; head: HttpHead; body: Collected; announced: number }
  | { at: 'tail'; head: HttpHead; body: Collected; announced: number | null }
  | { at: 'chunkSize'; head: HttpHead; body: Collected }
  | { at: 'chunk'; head: HttpHead; body: Collected; left: number }
  | { at: 'trailer'; head: HttpHead; body: Collected }
  | { at: 'refused' }

/** What reading on gave: an event, null where more bytes are needed, `again` where the next stage can go on. */
type Step = ParserEvent | null | 'again'

interface Collected {
  parts: Buffer[]
  size: number
}

const maxLineBytes = 8 * 1024
const sampleLength = 80
/** Smaller pieces of a body are joined, so that one that comes byte by byte costs no more memory than another. */
const smallPartBytes = 4096

const lineFeed = 0x0a
const none: Buffer = Buffer.alloc(0)

/**
 * HTTP/1 requests out of the bytes of a connection, one at a time. Where a strict parser gives up it goes on: a
 * Content-Length that counts characters or is too large, no length at all, LF line ends, bytes between requests
 * (wire.md 14, 16, 18). No I/O and no clock: the connection asks `waitsFor` and calls `settle` when it has waited.
 */
export class RequestParser {
  readonly #limits: ParserLimits
  #stage: Stage = { at: 'head', scanned: 0, lost: false }
  #pending: Buffer = none

  constructor(limits: ParserLimits) {
    this.#limits = limits
  }

  push(chunk: Buffer): void {
    if (this.#stage.at === 'refused') return
    this.#pending = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk])
  }

  /** The next event, or null when it takes more bytes. */
  next(): ParserEvent | null {
    let step: Step
    do step = this.#step()
    while (step === 'again')
    return step
  }

  /** `nothing`: between requests; `tail` and `rest`: what is there may be all there is; `more`: in mid-request. */
  get waitsFor(): 'nothing' | 'tail' | 'rest' | 'more' {
    switch (this.#stage.at) {
      case 'refused':
        return 'nothing'
      case 'head':
        return this.#pending.length === 0 || this.#stage.lost ? 'nothing' : 'more'
      case 'tail':
        return 'tail'
      case 'length':
        return endsEnvelope(this.#stage.body) ? 'rest' : 'more'
      default:
        return 'more'
    }
  }

  /** Whether the head of a request is there and its body is not. */
  get isInBody(): boolean {
    return 'body' in this.#stage
  }

  get bufferedBytes(): number {
    return this.#pending.length + ('body' in this.#stage ? this.#stage.body.size : 0)
  }

  /** Nothing more came: takes a body that may be whole as it is. */
  settle(): ParserEvent | null {
    const stage = this.#stage
    const waitsFor = this.waitsFor
    if ((stage.at !== 'tail' && stage.at !== 'length') || (waitsFor !== 'tail' && waitsFor !== 'rest')) return null
    const warnings = stage.announced === null ? [] : lengthWarning(stage.announced, stage.body.size)
    return this.#finish(stage.head, stage.body, warnings)
  }

  #step(): Step {
    const stage = this.#stage
    switch (stage.at) {
      case 'head':
        return this.#readHead(stage)
      case 'length':
        return this.#readLength(stage)
      case 'tail':
        return this.#readTail(stage)
      case 'chunkSize':
        return this.#readChunkSize(stage)
      case 'chunk':
        return this.#readChunk(stage)
      case 'trailer':
        return this.#readTrailer(stage)
      case 'refused':
        return null
    }
  }

  #readHead(stage: Extract<Stage, { at: 'head' }>): Step {
    if (stage.scanned === 0) this.#skip(blanksAt(this.#pending))
    if (this.#pending.length === 0) return null
    if (stage.scanned === 0 && !mayBeRequest(this.#pending)) return this.#skipGarbage(stage)
    const end = endOfHead(this.#pending, stage.scanned)
    if (end > this.#limits.headBytes || (end < 0 && this.#pending.length > this.#limits.headBytes))
      return this.#refuse(431)
    if (end < 0) {
      stage.scanned = Math.max(0, this.#pending.length - 3)
      return null
    }
    const head = parseHead(this.#take(end).toString('latin1').trimEnd())
    return head === null ? this.#refuse(400) : this.#begin(head)
  }

  /** The body of an HTTP response, the end of a body that was announced too short, or no HTTP at all. */
  #skipGarbage(stage: Extract<Stage, { at: 'head' }>): Step {
    const text = this.#pending.toString('latin1')
    requestInside.lastIndex = 1
    const found = requestInside.exec(text)
    if (found) this.#skip(found.index)
    else if (this.#pending.length > maxLineBytes) this.#skip(this.#pending.length - maxLineBytes)
    if (!found && stage.lost) return null
    this.#stage = { at: 'head', scanned: 0, lost: !found }
    return stage.lost ? 'again' : { kind: 'garbage', sample: text.slice(0, sampleLength) }
  }

  #begin(head: HttpHead): Step {
    const form = bodyForm(head)
    const body: Collected = { parts: [], size: 0 }
    switch (form.kind) {
      case 'bad':
        return this.#refuse(form.status)
      case 'chunked':
        this.#stage = { at: 'chunkSize', head, body }
        break
      case 'absent':
        return this.#next({ at: 'tail', head, body, announced: null })
      case 'length':
        if (form.length > this.#limits.bodyBytes) return this.#refuse(413)
        this.#stage = { at: 'length', head, body, announced: form.length }
        if (form.length === 0) return 'again'
    }
    const waits = head.version === '1.1' && /100-continue/i.test(head.headers.get('expect') ?? '')
    return waits && this.#pending.length === 0 ? { kind: 'continue' } : 'again'
  }

  #readLength(stage: Extract<Stage, { at: 'length' }>): Step {
    this.#collect(stage.body, stage.announced - stage.body.size)
    if (stage.body.size < stage.announced) return null
    return this.#next({ ...stage, at: 'tail' })
  }

  /** Whatever begins no request is the rest of this one; a whole envelope, or an empty body, waits for nothing. */
  #readTail(stage: Extract<Stage, { at: 'tail' }>): Step {
    const { head, body, announced } = stage
    const following = this.#pending.subarray(blanksAt(this.#pending))
    if (following.length > 0 && !mayBeRequest(following)) {
      this.#collect(body, this.#pending.length)
      if (body.size > this.#limits.bodyBytes) return this.#refuse(413)
    }
    const isEmpty = body.size === 0 && (announced !== null || !mayHaveBody(head))
    const isWhole = isEmpty || head.headers.has('content-encoding') || endsEnvelope(body)
    const isFollowed = this.#pending.length > 0 && following.includes(lineFeed)
    if (!isWhole && !isFollowed) return null
    return this.#finish(head, body, announced === null ? [] : lengthWarning(announced, body.size))
  }

  #readChunkSize(stage: Extract<Stage, { at: 'chunkSize' }>): Step {
    const line = this.#takeLine()
    if (line === null) return this.#pending.length > maxLineBytes ? this.#refuse(400) : null
    if (line === '' && stage.body.size > 0) return 'again'
    const size = /^\s*([0-9a-f]{1,8})\s*(?:;.*)?$/i.exec(line)?.[1]
    if (size === undefined) return this.#refuse(400)
    const left = Number.parseInt(size, 16)
    if (stage.body.size + left > this.#limits.bodyBytes) return this.#refuse(413)
    return this.#next(left === 0 ? { ...stage, at: 'trailer' } : { ...stage, at: 'chunk', left })
  }

  #readChunk(stage: Extract<Stage, { at: 'chunk' }>): Step {
    const left = stage.left - this.#collect(stage.body, stage.left)
    if (left > 0) {
      stage.left = left
      return null
    }
    return this.#next({ at: 'chunkSize', head: stage.head, body: stage.body })
  }

  #readTrailer(stage: Extract<Stage, { at: 'trailer' }>): Step {
    const line = this.#takeLine()
    if (line === null) return this.#pending.length > this.#limits.headBytes ? this.#refuse(431) : null
    return line === '' ? this.#finish(stage.head, stage.body, []) : 'again'
  }

  #next(stage: Stage): 'again' {
    this.#stage = stage
    return 'again'
  }

  #finish(head: HttpHead, body: Collected, warnings: Warning[]): ParserEvent {
    this.#stage = { at: 'head', scanned: 0, lost: false }
    const bytes = body.parts.length === 1 ? (body.parts[0] ?? none) : Buffer.concat(body.parts)
    return { kind: 'request', request: { ...head, body: bytes, warnings } }
  }

  #refuse(status: 400 | 413 | 431 | 501): ParserEvent {
    this.#stage = { at: 'refused' }
    this.#pending = none
    return { kind: 'refused', status }
  }

  /** Moves at most `count` pending bytes into a body; gives how many. */
  #collect(body: Collected, count: number): number {
    const part = this.#take(Math.min(count, this.#pending.length))
    const last = body.parts.at(-1)
    if (last && last.length < smallPartBytes) body.parts[body.parts.length - 1] = Buffer.concat([last, part])
    else if (part.length > 0) body.parts.push(part)
    body.size += part.length
    return part.length
  }

  #takeLine(): string | null {
    const end = this.#pending.indexOf(lineFeed)
    return end < 0
      ? null
      : this.#take(end + 1)
          .toString('latin1')
          .trim()
  }

  #take(count: number): Buffer {
    const taken = this.#pending.subarray(0, count)
    this.#skip(count)
    return taken
  }

  #skip(count: number): void {
    this.#pending = count >= this.#pending.length ? none : this.#pending.subarray(count)
  }
}

const requestInside = /(?:POST|GET|HEAD|PUT|OPTIONS) \S{1,2000} HTTP\/\d/g
const requestStart = /^[a-z]{1,20}(?:[ \t]+(?:\S+(?:[ \t]+(?:H(?:T(?:T(?:P(?:\/[\d.]*[ \t]*)?)?)?)?)?)?)?)?$/i

/** Whether the first line is a request line, or what has come of it may become one. */
function mayBeRequest(bytes: Buffer): boolean {
  const first = bytes[0] ?? 0
  if ((first | 0x20) < 0x61 || (first | 0x20) > 0x7a) return false
  const end = bytes.indexOf(lineFeed)
  const line = bytes.toString('latin1', 0, Math.min(end < 0 ? bytes.length : end, maxLineBytes)).trimEnd()
  if (end >= 0 || line.length >= maxLineBytes) return /[ \t]HTTP\/\d\.\d$/i.test(line) && requestStart.test(line)
  return requestStart.test(line)
}

/** CR, LF, blanks and NULs that some clients send after a body. */
function blanksAt(bytes: Buffer): number {
  let at = 0
  while (at < bytes.length && (bytes[at] === 0x0d || bytes[at] === lineFeed || bytes[at] === 0x20 || bytes[at] === 0))
    at += 1
  return at
}

/** The index after the empty line that ends a head, -1 where it has not come. */
function endOfHead(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(lineFeed, from); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) {
    if (bytes[at + 1] === lineFeed) return at + 2
    if (bytes[at + 1] === 0x0d && bytes[at + 2] === lineFeed) return at + 3
  }
  return -1
}

/** A POST that says what its body is, but not how long. */
function mayHaveBody({ method, headers }: HttpHead): boolean {
  return method === 'POST' && headers.has('content-type')
}

const endTag = /<\/(?:[\w.-]+:)?envelope\s*>\s*$/i
const endTagBytes = 160

function endsEnvelope({ parts, size }: Collected): boolean {
  if (size === 0) return false
  // A part is small only where it is the last.
  const end = Buffer.concat(parts.slice(-2).map((part) => part.subarray(-endTagBytes)))
  return endTag.test(end.toString('latin1', Math.max(0, end.length - endTagBytes)).replaceAll('\0', ''))
}

function lengthWarning(announced: number, actual: number): Warning[] {
  return announced === actual ? [] : [{ code: 'contentLengthWrong', params: { announced, actual } }]
}
