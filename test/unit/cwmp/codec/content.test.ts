import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { decodeContent } from '../../../../src-main/cwmp/codec/index.ts'

const BODY = Buffer.from('<Envelope>'.repeat(100))
const LIMIT = 10_000

describe('Content-Encoding', () => {
  it.each([
    [undefined, BODY],
    ['identity', BODY],
    ['gzip', gzipSync(BODY)],
    ['x-gzip', gzipSync(BODY)],
    ['GZIP', gzipSync(BODY)],
    ['deflate', deflateSync(BODY)],
    ['deflate', deflateRawSync(BODY)],
    ['deflate, gzip', gzipSync(deflateSync(BODY))],
    ['gzip', BODY],
  ])('%s', (encoding, bytes) => {
    expect(decodeContent(encoding, bytes, LIMIT)).toEqual({ kind: 'bytes', bytes: BODY })
  })

  it('an empty body is empty in any encoding', () => {
    expect(decodeContent('gzip', Buffer.alloc(0), LIMIT)).toEqual({ kind: 'bytes', bytes: Buffer.alloc(0) })
  })

  it('gives what arrived of a body cut short', () => {
    const decoded = decodeContent('gzip', gzipSync(BODY).subarray(0, -9), LIMIT)
    expect(decoded.kind).toBe('bytes')
  })

  it.each([
    ['br', brotliCompressSync(BODY), 'unsupportedEncoding'],
    ['gzip', gzipSync(Buffer.alloc(1_000_000)), 'tooLarge'],
    ['identity', Buffer.alloc(LIMIT + 1), 'tooLarge'],
    ['deflate', Buffer.from('not compressed at all'), 'damaged'],
    ['gzip', Buffer.concat([Buffer.from([0x1f, 0x8b]), Buffer.alloc(40, 255)]), 'damaged'],
  ])('%s fails as %#', (encoding, bytes, code) => {
    expect(decodeContent(encoding, bytes, LIMIT)).toEqual({ kind: 'problem', code })
  })
})
