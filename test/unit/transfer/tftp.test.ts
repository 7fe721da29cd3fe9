import { describe, expect, it } from 'vitest'
import {
  onAck,
  onData,
  onReceiverTimeout,
  onSenderTimeout,
  type ReceiverState,
  type SenderState,
  type SenderStep,
  startReceiver,
  startSender,
} from '../../../src-main/transfer/tftp/machines.ts'
import { negotiate } from '../../../src-main/transfer/tftp/options.ts'
import {
  buildAck,
  buildDataHead,
  buildError,
  buildOptionAck,
  buildRequest,
  parsePacket,
} from '../../../src-main/transfer/tftp/packet.ts'
import { seeded } from '../../random.ts'

const options = (entries: Record<string, string>) => new Map(Object.entries(entries))
const stateOf = (step: SenderStep): SenderState => {
  if (step.type === 'failed') throw new Error('failed')
  return step.state
}

describe('packets', () => {
  it.each([
    [
      'a request',
      buildRequest({ type: 'read', fileName: '固件.bin', mode: 'octet', options: options({ blksize: '1428' }) }),
    ],
    ['a request in GBK', Buffer.from([0, 2, 0xb9, 0xcc, 0xbc, 0xfe, 0, ...Buffer.from('OCTET\0TSIZE\x000\0')])],
    ['a request without the last zero', Buffer.from('\0\x01a.bin\0octet')],
    ['an ACK', buildAck(65_536)],
    ['data', Buffer.concat([buildDataHead(7), Buffer.from('abc')])],
    ['an error', buildError(1, 'gone')],
    ['an OACK', buildOptionAck(options({ tsize: '9' }))],
  ])('parses %s', (_, datagram) => {
    expect(parsePacket(datagram)).toMatchSnapshot()
  })

  it('takes 2,000 random datagrams without a throw', () => {
    const { below: next } = seeded(1350)
    for (let index = 0; index < 2000; index += 1) {
      const datagram = Buffer.from(Array.from({ length: next(80) }, () => next(256)))
      if (datagram.length > 1) datagram.writeUInt16BE(next(9), 0)
      const packet = parsePacket(datagram)
      if (packet?.type === 'read' || packet?.type === 'write') negotiate(packet.options, next(2) ? null : 1000)
    }
  })
})

describe('options', () => {
  it.each([
    [{}, 100, { blockBytes: 512, windowBlocks: 1, timeoutMs: 1000, accepted: [] }],
    [
      { blksize: '1428', tsize: '0', timeout: '3' },
      100,
      {
        blockBytes: 1428,
        timeoutMs: 3000,
        accepted: [
          ['blksize', '1428'],
          ['tsize', '100'],
          ['timeout', '3'],
        ],
      },
    ],
    [
      { blksize: '70000', windowsize: '1000' },
      1,
      {
        blockBytes: 65_464,
        windowBlocks: 64,
        accepted: [
          ['blksize', '65464'],
          ['windowsize', '64'],
        ],
      },
    ],
    [{ blksize: '4', timeout: '0', windowsize: '0', multicast: '', rollover: '0', tsize: '-1' }, 1, { accepted: [] }],
    [{ tsize: '1449419551' }, null, { announcedBytes: 1_449_419_551, accepted: [['tsize', '1449419551']] }],
  ])('%j', (requested, size, expected) => {
    const { accepted, ...terms } = negotiate(options(requested as Record<string, string>), size)
    expect({ ...terms, accepted: [...accepted] }).toMatchObject(expected)
  })
})

describe('sender', () => {
  it('sends one block for an empty file and an empty block after a full one', () => {
    expect(startSender(0, 512, 1, false)).toMatchObject({ type: 'send', from: 1, to: 1 })
    const step = onAck(stateOf(startSender(512, 512, 1, false)), 1)
    expect(step).toMatchObject({ type: 'send', from: 2, to: 2 })
    expect(onAck(stateOf(step), 2).type).toBe('done')
  })

  it('does not answer a repeated ACK in lock-step (no sorcerer)', () => {
    const step = onAck(stateOf(startSender(5000, 512, 1, false)), 1)
    expect(onAck(stateOf(step), 1).type).toBe('wait')
    expect(onAck(stateOf(step), 0).type).toBe('wait')
    expect(onAck(stateOf(step), 77).type).toBe('wait')
  })

  it('goes on behind an ACK inside the window, and repeats a window once for a repeated ACK', () => {
    const first = startSender(100_000, 512, 8, false)
    expect(first).toMatchObject({ from: 1, to: 8 })
    const second = onAck(stateOf(first), 3)
    expect(second).toMatchObject({ from: 4, to: 11 })
    const repeated = onAck(stateOf(second), 3)
    expect(repeated).toMatchObject({ type: 'send', from: 4, to: 11 })
    expect(onAck(stateOf(repeated), 3).type).toBe('wait')
  })

  it('wraps block numbers', () => {
    let step = startSender(512 * 70_000, 512, 1, false)
    for (let block = 1; block <= 70_000; block += 1) step = onAck(stateOf(step), block & 0xffff)
    expect(step).toMatchObject({ type: 'send', from: 70_001 })
    expect(onAck(stateOf(step), 70_001 & 0xffff).type).toBe('done')
  })

  it('repeats the OACK, then gives up after nine sendings', () => {
    let step = startSender(10, 512, 1, true)
    for (let tries = 0; tries < 8; tries += 1) {
      step = onSenderTimeout(stateOf(step))
      expect(step.type).toBe('sendOptionAck')
    }
    expect(onSenderTimeout(stateOf(step)).type).toBe('failed')
  })
})

describe('receiver', () => {
  it('acknowledges each block in lock-step and repeats the ACK of a repeated block', () => {
    const one = onData(startReceiver(512, 1), 1, 512)
    expect(one).toMatchObject({ isTaken: true, ack: 1 })
    expect(onData(one.state, 1, 512)).toMatchObject({ isTaken: false, ack: 1 })
    expect(onData(one.state, 3, 512)).toMatchObject({ isTaken: false, ack: null })
    expect(onData(one.state, 2, 20)).toMatchObject({ isTaken: true, ack: 2, state: { isComplete: true } })
  })

  it('acknowledges a window, and a gap once', () => {
    const two = onData(onData(startReceiver(512, 4), 1, 512).state, 2, 512)
    expect(two.ack).toBeNull()
    const gap = onData(two.state, 4, 512)
    expect(gap).toMatchObject({ isTaken: false, ack: 2 })
    expect(onData(gap.state, 5, 512).ack).toBeNull()
    expect(onReceiverTimeout(gap.state)?.ack).toBe(2)
  })
})

describe('both sides over a line that loses, doubles and delays', () => {
  it.each([1, 2, 7, 64])('a window of %i blocks: every byte once, in order', (windowBlocks) => {
    const { below: next } = seeded(windowBlocks)
    const sizeBytes = 512 * 300 + 5
    type Message = { kind: 'data'; block: number; length: number } | { kind: 'ack'; block: number }
    const line: Message[] = []
    let sender = stateOf(startSender(sizeBytes, 512, windowBlocks, false))
    let isDone = false
    let receiver: ReceiverState = startReceiver(512, windowBlocks)
    let received = 0
    const transmit = (message: Message) => {
      const copies = [0, 1, 1, 1, 1, 1, 1, 1, 1, 2][next(10)] ?? 1
      for (let copy = 0; copy < copies; copy += 1) line.splice(Math.max(0, line.length - next(3)), 0, message)
    }
    const follow = (step: SenderStep) => {
      isDone = step.type === 'done'
      sender = stateOf(step)
      if (step.type !== 'send') return
      for (let block = step.from; block <= step.to; block += 1) {
        transmit({ kind: 'data', block: block & 0xffff, length: Math.min(512, sizeBytes - (block - 1) * 512) })
      }
    }
    follow(startSender(sizeBytes, 512, windowBlocks, false))
    for (let turns = 0; !isDone && turns < 100_000; turns += 1) {
      const message = line.shift()
      if (message === undefined) {
        const again = receiver.isComplete ? { ack: receiver.taken & 0xffff } : onReceiverTimeout(receiver)
        if (again?.ack != null) line.push({ kind: 'ack', block: again.ack })
        follow(onSenderTimeout({ ...sender, tries: 0 }))
      } else if (message.kind === 'ack') {
        follow(onAck(sender, message.block))
      } else {
        const step = onData(receiver, message.block, message.length)
        if (step.isTaken) received += message.length
        receiver = step.state
        if (step.ack !== null) transmit({ kind: 'ack', block: step.ack })
      }
    }
    expect(isDone).toBe(true)
    expect(received).toBe(sizeBytes)
  })
})
