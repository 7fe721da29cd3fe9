import { describe, expect, it } from 'vitest'
import { dictionaries, languages } from '#shared/i18n/index.ts'
import type { Told } from './flashing-box.ts'
import { bytes, fetchAll, openForeign, toldOf } from './foreign-bench.ts'

/** What the box does with the link before it reports its fault. */
const deeds = {
  neverAsked: async () => {},
  wrongPath: async ({ url }: Told) => {
    await fetch(url.replace(/[^/]+$/, 'other.bin'))
  },
  stopped: async ({ url }: Told) => {
    await (await fetch(url, { headers: { range: 'bytes=0-999999' } })).arrayBuffer()
  },
  tookAll: fetchAll,
}
type Deed = keyof typeof deeds

/** What our server saw says enough by itself, but for these faults. */
const beyond: Record<Deed, Partial<Record<number, string>>> = {
  neverAsked: {
    9001: 'refusedAtOnce',
    9012: 'askedElsewhere',
    9013: 'protocolUnsupported',
    9016: 'askedElsewhere',
    9017: 'askedElsewhere',
    9018: 'askedElsewhere',
    9019: 'askedElsewhere',
  },
  wrongPath: {},
  stopped: {},
  tookAll: {
    9001: 'tookAllRefused',
    9010: 'tookAllRefused',
    9016: 'tookAllRefused',
    9017: 'tookAllNotKept',
    9018: 'tookAllCorrupt',
    9019: 'tookAllUntrusted',
  },
}

/** Facts that the explanation must name, so that the technician need not look for them. */
const facts: Record<Deed, Record<string, unknown>> = {
  neverAsked: { server: expect.stringMatching(/^127\.0\.0\.1:\d+$/) },
  wrongPath: { path: expect.stringContaining('other.bin'), count: 1 },
  stopped: { bytes: 1_000_000, total: bytes.length },
  tookAll: { total: bytes.length },
}

const codes = [9001, 9010, 9011, 9012, 9013, 9014, 9015, 9016, 9017, 9018, 9019]
const cases = (Object.keys(deeds) as Deed[]).flatMap((deed) => codes.map((code) => [code, deed] as const))

describe('a fault in TransferComplete is explained by what our server saw', () => {
  it.each(cases)('%i: %s', async (code, deed) => {
    const { bench, box, push } = await openForeign()
    const id = await push({ graceSeconds: 0 })
    await deeds[deed](toldOf(box))
    await box.session([['7 TRANSFER COMPLETE']], [box.complete(code, 'no')])
    const { error, result } = await bench.ended<'firmware'>(id)
    const explanation = beyond[deed][code] ?? deed
    expect(error).toMatchObject({ code: `CWMP_${code}` })
    expect(result).toMatchObject({
      verdict: 'failed',
      fault: { code, message: 'no', by: 'report' },
      transfer: { finding: { type: deed } },
      explanation: { code: explanation, params: { fault: code, ...facts[deed] } },
    })
    for (const language of languages) {
      expect(dictionaries[language].firmware.explanations).toHaveProperty(explanation)
    }
  })
})
