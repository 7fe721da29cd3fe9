/**
 * The two sides of a TFTP transfer as pure machines. Blocks are counted from 1 without end; only the wire wraps at 65535
 * to 0.
 */

export interface SenderState {
  /** Highest block known to be taken; with `isOptionAckDue` none is, and the OACK itself waits for ACK 0. */
  acked: number
  /** Highest block sent. */
  sent: number
  lastBlock: number
  windowBlocks: number
  isOptionAckDue: boolean
  /** A window was sent again for a repeated ACK; once only until there is progress, or both sides double for ever. */
  isRepeated: boolean
  tries: number
}

export type SenderStep =
  | { type: 'send'; state: SenderState; from: number; to: number }
  | { type: 'sendOptionAck'; state: SenderState }
  | { type: 'wait'; state: SenderState }
  | { type: 'done'; state: SenderState }
  | { type: 'failed' }

const maxTries = 8

export function startSender(
  sizeBytes: number,
  blockBytes: number,
  windowBlocks: number,
  withOptions: boolean,
): SenderStep {
  const state: SenderState = {
    acked: 0,
    sent: 0,
    // A file that fills its last block is followed by an empty one (RFC 1350 section 6).
    lastBlock: Math.floor(sizeBytes / blockBytes) + 1,
    windowBlocks,
    isOptionAckDue: withOptions,
    isRepeated: false,
    tries: 0,
  }
  return withOptions ? { type: 'sendOptionAck', state } : sendWindow(state)
}

function sendWindow(state: SenderState): SenderStep {
  const to = Math.min(state.acked + state.windowBlocks, state.lastBlock)
  return { type: 'send', state: { ...state, sent: to }, from: state.acked + 1, to }
}

/** An ACK with its block number as on the wire. */
export function onAck(state: SenderState, wireBlock: number): SenderStep {
  if (state.isOptionAckDue) {
    return wireBlock === 0 ? sendWindow({ ...state, isOptionAckDue: false, tries: 0 }) : { type: 'wait', state }
  }
  const ahead = (wireBlock - state.acked) & 0xffff
  if (ahead > state.sent - state.acked) return { type: 'wait', state }
  if (ahead > 0) {
    const next = { ...state, acked: state.acked + ahead, tries: 0, isRepeated: false }
    return next.acked >= next.lastBlock ? { type: 'done', state: next } : sendWindow(next)
  }
  // In lock-step a repeated ACK is a late one and must not be answered (the sorcerer's apprentice, RFC 1123 4.2.3.1); in a
  // window it tells that the first block was lost (RFC 7440 section 4).
  if (state.windowBlocks === 1 || state.isRepeated) return { type: 'wait', state }
  return sendWindow({ ...state, isRepeated: true })
}

export function onSenderTimeout(state: SenderState): SenderStep {
  if (state.tries >= maxTries) return { type: 'failed' }
  const next = { ...state, tries: state.tries + 1, isRepeated: false }
  return next.isOptionAckDue ? { type: 'sendOptionAck', state: next } : sendWindow(next)
}

export interface ReceiverState {
  /** Last block taken in order. */
  taken: number
  /** Blocks taken since the last ACK. */
  unacked: number
  windowBlocks: number
  blockBytes: number
  isComplete: boolean
  isGapTold: boolean
  tries: number
}

/** `ack` is the wire number to send, or null. */
export interface ReceiverStep {
  state: ReceiverState
  isTaken: boolean
  ack: number | null
}

export function startReceiver(blockBytes: number, windowBlocks: number): ReceiverState {
  return { taken: 0, unacked: 0, windowBlocks, blockBytes, isComplete: false, isGapTold: false, tries: 0 }
}

/** A data block: taken when it is the next one; a block shorter than the rest is the last. */
export function onData(state: ReceiverState, wireBlock: number, length: number): ReceiverStep {
  if (!state.isComplete && wireBlock === ((state.taken + 1) & 0xffff) && length <= state.blockBytes) {
    const isComplete = length < state.blockBytes
    const unacked = state.unacked + 1
    const isAckDue = isComplete || unacked >= state.windowBlocks
    const taken = state.taken + 1
    return {
      state: { ...state, taken, unacked: isAckDue ? 0 : unacked, isComplete, isGapTold: false, tries: 0 },
      isTaken: true,
      ack: isAckDue ? taken & 0xffff : null,
    }
  }
  const isRepeatOfLast = wireBlock === (state.taken & 0xffff) && state.taken > 0
  // One ACK for a gap makes the box start again behind what was taken (RFC 7440 section 4); more would make it stutter.
  const isAckDue = isRepeatOfLast || (state.windowBlocks > 1 && !state.isGapTold)
  return {
    state: { ...state, unacked: isAckDue ? 0 : state.unacked, isGapTold: true },
    isTaken: false,
    ack: isAckDue ? state.taken & 0xffff : null,
  }
}

/** Says the last ACK again; null when the box is given up. */
export function onReceiverTimeout(state: ReceiverState): ReceiverStep | null {
  if (state.tries >= maxTries) return null
  const next = { ...state, tries: state.tries + 1, unacked: 0, isGapTold: false }
  return { state: next, isTaken: false, ack: state.taken & 0xffff }
}
