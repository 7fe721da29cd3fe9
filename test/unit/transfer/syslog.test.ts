import { describe, expect, it } from 'vitest'
import { type FramingState, initialFraming, lastFrame, splitFrames } from '../../../src-main/transfer/syslog/framing.ts'
import { parseSyslog } from '../../../src-main/transfer/syslog/parse.ts'
import { seeded } from '../../random.ts'

const parse = (line: string | number[]) => parseSyslog(Buffer.from(line as string))

describe('messages', () => {
  it.each([
    [
      "<34>1 2003-10-11T22:14:15.003Z mymachine.example.com su - ID47 - \ufeff'su root' failed",
      {
        format: 'rfc5424',
        facility: 4,
        severity: 'critical',
        host: 'mymachine.example.com',
        app: 'su',
        processId: '',
        messageId: 'ID47',
        text: "'su root' failed",
      },
    ],
    [
      '<165>1 2003-10-11T22:14:15.003Z h evntslog - ID47 [exampleSDID@32473 iut="3" eventSource="App \\"x\\" \\] y"][b@1] An event',
      { structured: { 'exampleSDID@32473': { iut: '3', eventSource: 'App "x" ] y' }, 'b@1': {} }, text: 'An event' },
    ],
    ['<13>1 - - - - - -', { format: 'rfc5424', timestamp: '', host: '', text: '' }],
    [
      '<34>Oct 11 22:14:15 mymachine su: failed',
      { format: 'rfc3164', timestamp: 'Oct 11 22:14:15', host: 'mymachine', app: 'su', text: 'failed' },
    ],
    [
      '<30>Jan  1 00:00:09 udhcpc[812]: lease lost',
      { timestamp: 'Jan  1 00:00:09', host: '', app: 'udhcpc', processId: '812', text: 'lease lost' },
    ],
    ['<30>Jan  1 2026 00:00:09 HG8245 dhcp: a', { timestamp: 'Jan  1 2026 00:00:09', host: 'HG8245', app: 'dhcp' }],
    [
      '<14>2026-01-02 03:04:05 stb [IPTV] channel 5 joined',
      { timestamp: '2026-01-02 03:04:05', host: 'stb', app: '', text: '[IPTV] channel 5 joined' },
    ],
    ['<14>no time at all', { format: 'rfc3164', app: '', text: 'no time at all', severity: 'info', facility: 1 }],
    ['<999>too high', { format: 'raw', text: '<999>too high', severity: null }],
    ['plain line\r\n', { format: 'raw', text: 'plain line' }],
    ['', { format: 'raw', text: '' }],
    ['<13>1 half a header', { format: 'rfc3164', text: '1 half a header' }],
  ])('%s', (line, expected) => {
    expect(parse(line)).toMatchObject(expected)
  })

  it('tells UTF-8, GBK and neither apart', () => {
    expect(parse('<14>stb: 认证失败')).toMatchObject({ encoding: 'utf-8', text: '认证失败' })
    const gbk = [0xc8, 0xcf, 0xd6, 0xa4, 0xca, 0xa7, 0xb0, 0xdc]
    expect(parse([...Buffer.from('<14>stb: '), ...gbk])).toMatchObject({ encoding: 'gb18030', text: '认证失败' })
    expect(parse([...Buffer.from('<14>x: '), 0xff, 0xff])).toMatchObject({ encoding: 'latin1', text: 'ÿÿ' })
  })
})

function cut(stream: Buffer, sizes: () => number, maxBytes = 1000) {
  const texts: string[] = []
  let state: FramingState = initialFraming
  for (let at = 0; at < stream.length; ) {
    const size = Math.max(1, sizes())
    const split = splitFrames(state, stream.subarray(at, at + size), maxBytes)
    state = split.state
    texts.push(...split.frames.map(({ bytes }) => Buffer.from(bytes).toString()))
    expect(state.rest.length).toBeLessThanOrEqual(maxBytes + 64)
    at += size
  }
  return { texts, last: lastFrame(state).map(({ bytes }) => Buffer.from(bytes).toString()) }
}

describe('framing of a stream', () => {
  it.each([1, 2, 3, 7, 1000])('octet counting and lines mixed, in pieces of %i', (size) => {
    const counted = '<4>认证 counted\ntoo'
    const stream = Buffer.from(`<1>line one\n${Buffer.byteLength(counted)} ${counted}<3>next line\r\n\n<5>rest`)
    const { texts, last } = cut(stream, () => size)
    expect(texts).toEqual(['<1>line one', counted, '<3>next line\r'])
    expect(last).toEqual(['<5>rest'])
  })

  it('cuts overlong messages and goes on behind them', () => {
    const long = Buffer.from(`<1>${'x'.repeat(5000)}\n<2>short\n3000 <3>${'y'.repeat(2997)}<4>end\n`)
    const { texts } = cut(long, () => 100, 500)
    expect(texts.map((text) => [text.slice(0, 4), text.length])).toEqual([
      ['<1>x', 500],
      ['<2>s', 8],
      ['<3>y', 500],
      ['<4>e', 6],
    ])
  })
})

it('takes 2,000 hostile lines and streams without a throw or a loop', () => {
  const { below: next } = seeded(5424)
  const parts = [
    '<',
    '>',
    '1 ',
    '-',
    '[',
    ']',
    '"',
    '\\',
    '=',
    ' ',
    '\n',
    '\0',
    '34',
    '999999999 ',
    'Oct 11 22:14:15 ',
    '\ufeff',
    '认',
    ':',
  ]
  for (let index = 0; index < 2000; index += 1) {
    const text = Array.from({ length: next(60) }, () => parts[next(parts.length)]).join('')
    const bytes = Buffer.concat([Buffer.from(text), Buffer.from(Array.from({ length: next(6) }, () => next(256)))])
    expect(typeof parseSyslog(bytes).text).toBe('string')
    cut(bytes, () => next(20), 64)
  }
})

it('reads a nested structure of 60 kB in no time', () => {
  const startedAt = performance.now()
  parse(`<34>1 - - - - - ${'[a b="'.repeat(10_000)}`)
  parse(`<34>${' '.repeat(60_000)}x`)
  parse(`<34>${'a'.repeat(60_000)}`)
  expect(performance.now() - startedAt).toBeLessThan(200)
})
