import { describe, expect, it } from 'vitest'
import { type ParserEvent, RequestParser } from '../../../src-main/cwmp/http/request-parser.ts'
import { fuzzedRequests } from '../../support/http-fuzz.ts'

const limits = { headBytes: 4096, bodyBytes: 1_000_000 }

/** What comes of the pieces, in short; with `settled` after a pause. */
function read(pieces: (string | Buffer)[]): { events: string[]; waitsFor: string; settled: string } {
  const parser = new RequestParser(limits)
  const events: string[] = []
  for (const piece of pieces) {
    parser.push(Buffer.from(piece))
    for (let event = parser.next(); event !== null; event = parser.next()) events.push(short(event))
  }
  const { waitsFor } = parser
  return { events, waitsFor, settled: short(parser.settle()) }
}

function short(event: ParserEvent | null): string {
  switch (event?.kind) {
    case undefined:
      return ''
    case 'request': {
      const { method, target, version, body, warnings } = event.request
      return [method, target, version, body.toString(), ...warnings.map(({ code }) => code)].join(' ').trim()
    }
    case 'refused':
      return `refused ${event.status}`
    case 'garbage':
      return `garbage ${event.sample}`
    case 'continue':
      return 'continue'
  }
}

const soap = '<Envelope>中文</Envelope>'
const bytes = Buffer.byteLength(soap)
const head = (...lines: string[]): string => ['POST /a HTTP/1.1', ...lines, '', ''].join('\r\n')

const table: [string, (string | Buffer)[], string[], string?, string?][] = [
  ['an empty POST', [head('Content-Length: 0')], ['POST /a 1.1']],
  ['no length, no type', [head('Host: x')], ['POST /a 1.1']],
  ['a body', [head(`Content-Length: ${bytes}`) + soap], [`POST /a 1.1 ${soap}`]],
  [
    'a body byte by byte',
    [...Buffer.from(head(`Content-Length: ${bytes}`) + soap)].map((b) => Buffer.from([b])),
    [`POST /a 1.1 ${soap}`],
  ],
  ['two in one packet', [head('Content-Length: 0').repeat(2)], ['POST /a 1.1', 'POST /a 1.1']],
  ['blank lines and NULs before it', [`\r\n\0\n${head('Content-Length: 0')}`], ['POST /a 1.1']],
  ['LF and lower case', ['post /a HTTP/1.0\ncontent-length: 0\n\n'], ['POST /a 1.0']],
  ['length in characters', [head(`Content-Length: ${soap.length}`) + soap], [`POST /a 1.1 ${soap} contentLengthWrong`]],
  [
    'length in characters, the rest later',
    [head(`Content-Length: ${soap.length}`) + soap.slice(0, -3), soap.slice(-3)],
    [`POST /a 1.1 ${soap} contentLengthWrong`],
  ],
  ['length too short, then silence', [`${head('Content-Length: 4')}<a/>`], [], 'tail', 'POST /a 1.1 <a/>'],
  [
    'length too short, then the next request',
    [`${head('Content-Length: 4')}<a/>`, head('Content-Length: 0')],
    ['POST /a 1.1 <a/>', 'POST /a 1.1'],
  ],
  [
    'length too large',
    [head(`Content-Length: ${bytes + 9}`) + soap],
    [],
    'rest',
    `POST /a 1.1 ${soap} contentLengthWrong`,
  ],
  ['body cut short', [`${head('Content-Length: 99')}<Envelope>`], [], 'more'],
  ['no length but a type', [head('Content-Type: text/xml') + soap], [`POST /a 1.1 ${soap}`]],
  ['no length, the body never comes', [head('Content-Type: text/xml')], [], 'tail', 'POST /a 1.1'],
  [
    'UTF-16',
    [Buffer.concat([Buffer.from(head('Content-Length: 34')), Buffer.from('<a></Envelope\t>  ', 'utf16le')])],
    [expect.stringContaining('POST /a 1.1') as unknown as string],
  ],
  ['the same length twice', [head('Content-Length: 0', 'Content-Length: 0')], ['POST /a 1.1']],
  ['two lengths', [head('Content-Length: 1', 'Content-Length: 2')], ['refused 400']],
  ['a length that is none', [head('Content-Length: x')], ['refused 400']],
  ['a length above the limit', [head('Content-Length: 1000001')], ['refused 413']],
  ['chunks', [`${head('Transfer-Encoding: chunked')}3;x\r\nabc\r\n2 \nde\n0\r\nT: x\r\n\r\n`], ['POST /a 1.1 abcde']],
  ['chunks above the limit', [`${head('Transfer-Encoding: chunked')}fffff\r\n`], ['refused 413']],
  ['a bad chunk', [`${head('Transfer-Encoding: chunked')}zz\r\n`], ['refused 400']],
  ['an unknown coding', [head('Transfer-Encoding: br')], ['refused 501']],
  ['Expect', [head('Expect: 100-continue', 'Content-Length: 4'), '<a/>'], ['continue'], 'tail', 'POST /a 1.1 <a/>'],
  [
    'Expect with the body at once',
    [`${head('Expect: 100-continue', `Content-Length: ${bytes}`)}${soap}`],
    [`POST /a 1.1 ${soap}`],
  ],
  [
    'an HTTP response between requests',
    [`HTTP/1.1 500 X\r\n\r\n<Fault/>`, head('Content-Length: 0')],
    ['garbage HTTP/1.1 500 X\r\n\r\n<Fault/>', 'POST /a 1.1'],
  ],
  [
    'a rest and the next request in one packet',
    [`lope>${head('Content-Length: 0')}`],
    [expect.stringContaining('garbage lope>') as unknown as string, 'POST /a 1.1'],
  ],
  ['endless header lines', [`POST /a HTTP/1.1\r\n${'X: y\r\n'.repeat(1000)}`], ['refused 431']],
  ['one endless header line', [`POST /a HTTP/1.1\r\nX: ${'y'.repeat(5000)}`], ['refused 431']],
  ['half a head', ['POST /a HTT'], [], 'more'],
  ['no HTTP at all', ['hello\r\n'], ['garbage hello\r\n']],
]

describe('request parser', () => {
  it.each(table)('%s', (_, pieces, events, waitsFor = 'nothing', settled = '') => {
    expect(read(pieces)).toEqual({ events, waitsFor, settled })
  })

  it('joins repeated headers and unfolds lines', () => {
    const parser = new RequestParser(limits)
    parser.push(Buffer.from(head('Cookie: a=1', 'cookie: b=2', 'X: 1', 'x: 2', 'Y: a', '\tb', 'Content-Length: 0')))
    const event = parser.next()
    if (event?.kind !== 'request') throw new Error('no request')
    const { headers } = event.request
    expect([headers.get('cookie'), headers.get('x'), headers.get('y')]).toEqual(['a=1; b=2', '1, 2', 'a b'])
  })

  it('holds no more than head and body may have, whatever comes (20,000 damaged requests)', () => {
    for (const { pieces } of fuzzedRequests(7, 20_000)) {
      const parser = new RequestParser(limits)
      for (const piece of pieces) {
        parser.push(piece)
        for (let turn = 0; parser.next() !== null; turn += 1) expect(turn).toBeLessThan(1000)
        expect(parser.bufferedBytes).toBeLessThan(limits.bodyBytes + 100_000)
      }
      parser.settle()
    }
  })
})
