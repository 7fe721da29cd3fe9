import { describe, expect, it } from 'vitest'
import { readHttpAnswer } from '../../../src-main/reach/http-answer.ts'
import { seeded } from '../../random.ts'

const read = (text: string, ended = false) => readHttpAnswer(Buffer.from(text, 'latin1'), ended)

describe('readHttpAnswer', () => {
  it.each<[string, string, boolean, number, number | null]>([
    ['plain', 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n', false, 200, 38],
    ['no reason', 'HTTP/1.1 204\r\n\r\n', false, 204, 16],
    ['LF only', 'HTTP/1.0 200 OK\nContent-Length: 2\n\nhi', false, 200, 37],
    ['mixed line ends', 'HTTP/1.1 503 Busy\r\nX: y\n\r\n', false, 503, null],
    ['CR only', 'HTTP/1.1 200 OK\rX: y\r\r', false, 200, null],
    ['status line without line end, then close', 'HTTP/1.1 200 OK', true, 200, null],
    ['no blank line, then close', 'HTTP/1.1 401 No\r\nWWW-Authenticate: x\r\n', true, 401, null],
    ['blank lines before', '\r\n\r\nHTTP/1.1 200 OK\r\n\r\n', false, 200, null],
    ['100 Continue first', 'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n', false, 200, null],
    ['chunked', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n', false, 200, null],
    ['absurd length', 'HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n', false, 200, null],
    ['version without number', 'HTTP 200 OK\r\n\r\n', false, 200, null],
  ])('%s', (_name, text, ended, status, endsAt) => {
    expect(read(text, ended)).toMatchObject({ kind: 'answer', status, endsAt })
  })

  it('unfolds lines and keeps headers of one name apart', () => {
    const answer = read(
      'HTTP/1.1 401 No\nWWW-Authenticate: Digest realm="r",\n\tnonce="n"\nwww-AUTHENTICATE :Basic\nrubbish\n\n',
    )
    expect(answer.kind === 'answer' && answer.headers.get('www-authenticate')).toEqual([
      'Digest realm="r", nonce="n"',
      'Basic',
    ])
  })

  it.each(['', 'H', 'HTTP/1.1 20', 'HTTP/1.1 200 OK', 'HTTP/1.1 200 OK\r\nA: b\r\n', 'HTTP/1.1 100 C\r\n\r\nHT'])(
    'waits after "%s"',
    (text) => expect(read(text)).toEqual({ kind: 'incomplete' }),
  )

  it.each(['SSH-2.0-dropbear\r\n', '<html>\r\n\r\n', '\x15\x03\x01\x00\x02\x02\x28'])('does not take %j', (text) => {
    expect(read(text).kind).toBe('garbage')
  })

  it('gives a printable excerpt of rubbish', () => {
    expect(read('\x15\x03<b>\xff', true)).toEqual({ kind: 'garbage', excerpt: '..<b>.' })
  })

  it('survives 2,000 damaged answers', () => {
    const random = seeded(29)
    const sound =
      'HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Digest realm="r",\r\n nonce="n"\r\nContent-Length: 3\r\n\r\nabc'
    const noise = ['\r', '\n', '\r\n\r\n', ':', ' ', '\0', 'HTTP/1.1 100 x\r\n\r\n', '\xff', 'Content-Length: -1\r\n']
    for (let run = 0; run < 2000; run++) {
      let text = sound
      for (let cut = random.below(6); cut >= 0; cut--) {
        const at = random.below(text.length + 1)
        text = text.slice(0, at) + random.pick(noise) + text.slice(at + random.below(9))
      }
      expect(read(text, true).kind).not.toBe('incomplete')
      expect(read(text, false).kind).toMatch(/answer|incomplete|garbage/)
      expect(readHttpAnswer(random.bytes(random.below(200)), true).kind).toMatch(/answer|garbage/)
    }
  })

  it('is quick with a flood of interim answers and with a head that never ends', () => {
    const flood = Buffer.from('HTTP/1.1 100 x\n\n'.repeat(10_000))
    const started = performance.now()
    expect(readHttpAnswer(flood, true).kind).toMatch(/answer|garbage/)
    expect(readHttpAnswer(Buffer.from(`HTTP/1.1 200 OK\r\n${'A: b\r\n'.repeat(50_000)}`), false).kind).toBe('answer')
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
