import { describe, expect, it } from 'vitest'
import { decodeBody, WARNING_CODES } from '../../../../src-main/cwmp/codec/index.ts'
import { fuzzedBodies } from '../../../support/fuzz.ts'

const KNOWN: ReadonlySet<string> = new Set(WARNING_CODES)

describe('2,000 damaged bodies', () => {
  it('never break the decoder, and every answer is whole', () => {
    for (const bytes of fuzzedBodies(42, 2000)) {
      const decoded = decodeBody(bytes, { contentType: 'text/xml; charset=utf-8' })
      const warnings = decoded.kind === 'envelope' ? decoded.envelope.warnings : decoded.warnings
      for (const { code, offset = 0 } of warnings) {
        expect(KNOWN.has(code), code).toBe(true)
        expect(offset).toBeLessThanOrEqual(bytes.length)
      }
      if (decoded.kind === 'malformed') expect(decoded.problem.offset).toBeLessThanOrEqual(bytes.length)
    }
  })

  it('give the same each time', () => {
    const run = () => [...fuzzedBodies(43, 200)].map((bytes) => decodeBody(bytes, {}))
    expect(run()).toEqual(run())
  })
})
