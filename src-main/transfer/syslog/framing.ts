/** One message cut out of a TCP stream. */
export interface Frame {
  bytes: Uint8Array
  isTruncated: boolean
}

/** What is left of the stream behind the last whole message, and how much of an overlong one is still to be skipped. */
export interface FramingState {
  rest: Buffer
  skip: { type: 'none' } | { type: 'bytes'; count: number } | { type: 'line' }
}

export const initialFraming: FramingState = { rest: Buffer.alloc(0), skip: { type: 'none' } }

/**
 * Cuts a TCP stream into messages: octet counting and line framing, told apart message by message (RFC 6587 3.4), for
 * senders mix them. Messages above the limit are cut to it; at most that much is ever held.
 */
export function splitFrames(state: FramingState, chunk: Uint8Array, maxBytes: number) {
  const frames: Frame[] = []
  let current: FramingState = {
    ...state,
    rest: state.rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([state.rest, chunk]),
  }
  for (let next = takeOne(current, maxBytes, frames); next !== null; next = takeOne(current, maxBytes, frames)) {
    current = next
  }
  return { frames, state: current }
}

/** The state after one message, or null where more bytes are needed. */
function takeOne(state: FramingState, maxBytes: number, frames: Frame[]): FramingState | null {
  const { rest, skip } = state
  if (rest.length === 0) return null
  switch (skip.type) {
    case 'bytes': {
      const skipped = Math.min(skip.count, rest.length)
      const count = skip.count - skipped
      return { rest: rest.subarray(skipped), skip: count === 0 ? { type: 'none' } : { type: 'bytes', count } }
    }
    case 'line': {
      const end = rest.indexOf(10)
      return { rest: rest.subarray(end < 0 ? rest.length : end + 1), skip: end < 0 ? skip : { type: 'none' } }
    }
    case 'none': {
      const head = rest.subarray(0, 12).toString('latin1')
      const counted = /^([1-9]\d{0,9}) (?=<|$)/.exec(head)
      if (counted !== null) return takeCounted(rest, Number(counted[1]), counted[0].length, maxBytes, frames)
      return /^[1-9]\d{0,9}$/.test(head) ? null : takeLine(rest, maxBytes, frames)
    }
  }
}

function takeCounted(
  rest: Buffer,
  count: number,
  head: number,
  maxBytes: number,
  frames: Frame[],
): FramingState | null {
  const wanted = Math.min(count, maxBytes)
  if (rest.length < head + wanted) return null
  frames.push({ bytes: rest.subarray(head, head + wanted), isTruncated: wanted < count })
  const left = count - wanted
  return { rest: rest.subarray(head + wanted), skip: left > 0 ? { type: 'bytes', count: left } : { type: 'none' } }
}

function takeLine(rest: Buffer, maxBytes: number, frames: Frame[]): FramingState | null {
  const end = rest.indexOf(10)
  if (end < 0 && rest.length < maxBytes) return null
  const isTruncated = end < 0 || end > maxBytes
  const bytes = rest.subarray(0, isTruncated ? maxBytes : end)
  if (bytes.some((byte) => byte !== 13 && byte !== 0)) frames.push({ bytes, isTruncated })
  if (end >= 0) return { rest: rest.subarray(end + 1), skip: { type: 'none' } }
  return { rest: rest.subarray(maxBytes), skip: { type: 'line' } }
}

/** The unfinished last message of a stream that has ended. */
export function lastFrame({ rest, skip }: FramingState): Frame[] {
  return rest.length > 0 && skip.type === 'none' ? [{ bytes: rest, isTruncated: true }] : []
}
