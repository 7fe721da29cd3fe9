import { decodeText } from '../decode-text.ts'

/** What a multipart body holds, in order; `data` belongs to the part begun last. */
export type MultipartEvent =
  | { type: 'part'; fieldName: string; fileName: string | null }
  | { type: 'data'; chunk: Uint8Array }
  | { type: 'partEnd' }

const maxHeaderBytes = 16 * 1024

type State = { at: 'preamble' } | { at: 'headers' } | { at: 'body' } | { at: 'done' }

/**
 * Splits a multipart/form-data body (RFC 7578, RFC 2046 5.1.1) as it comes in, holding back only what may be the start
 * of a boundary. Throws a RangeError on headers without end.
 */
export class MultipartSplitter {
  private readonly delimiter: Buffer
  private state: State = { at: 'preamble' }
  /** Starts as if a line had just ended, since the first boundary may open the body. */
  private rest: Buffer = Buffer.from('\r\n')

  constructor(boundary: string) {
    this.delimiter = Buffer.from(`\r\n--${boundary}`, 'latin1')
  }

  /** True once the closing boundary was seen. */
  get isComplete(): boolean {
    return this.state.at === 'done'
  }

  feed(chunk: Uint8Array): MultipartEvent[] {
    this.rest = Buffer.concat([this.rest, chunk])
    const events: MultipartEvent[] = []
    while (this.step(events)) {}
    return events
  }

  /** Consumes one element of `rest`; false when more bytes are needed. */
  private step(events: MultipartEvent[]): boolean {
    switch (this.state.at) {
      case 'preamble':
        return this.toDelimiter(() => undefined)
      case 'body':
        return this.toDelimiter((data) => {
          if (data.length > 0) events.push({ type: 'data', chunk: data })
        }, events)
      case 'headers':
        return this.readHeaders(events)
      case 'done':
        this.rest = Buffer.alloc(0)
        return false
    }
  }

  private toDelimiter(emit: (data: Buffer) => void, events?: MultipartEvent[]): boolean {
    const index = this.rest.indexOf(this.delimiter)
    if (index < 0) {
      const safe = Math.max(0, this.rest.length - this.delimiter.length + 1)
      emit(this.rest.subarray(0, safe))
      this.rest = this.rest.subarray(safe)
      return false
    }
    const after = this.rest.subarray(index + this.delimiter.length)
    if (after.length < 2) return false
    emit(this.rest.subarray(0, index))
    events?.push({ type: 'partEnd' })
    this.state = after.subarray(0, 2).toString('latin1') === '--' ? { at: 'done' } : { at: 'headers' }
    this.rest = after
    return true
  }

  private readHeaders(events: MultipartEvent[]): boolean {
    const end = this.rest.indexOf('\r\n\r\n')
    if (end < 0 && this.rest.length > maxHeaderBytes) throw new RangeError('multipart headers without end')
    if (end < 0) return false
    events.push(parsePartHead(decodeText(this.rest.subarray(0, end)).text))
    this.rest = this.rest.subarray(end + 4)
    this.state = { at: 'body' }
    return true
  }
}

function parsePartHead(head: string): MultipartEvent {
  const disposition = /^content-disposition:(.*)$/im.exec(head)?.[1] ?? ''
  const field = (name: string) =>
    new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]+))`, 'i').exec(disposition)
  const [name, file] = [field('name'), field('filename')]
  return {
    type: 'part',
    fieldName: name?.[1] ?? name?.[2] ?? '',
    fileName: file === null ? null : (file[1] ?? file[2] ?? ''),
  }
}
