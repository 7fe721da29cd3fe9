import { describe, expect, it } from 'vitest'
import { emptyMetadata, type Firmware } from '#shared/model/firmware.ts'
import { checkCompatibility, type FirmwareTarget, matchesPattern } from '../../../src-main/firmware/compatibility.ts'
import { compareVersions } from '../../../src-main/firmware/version-order.ts'

const box: FirmwareTarget = {
  modelName: 'EC6108V9',
  productClass: 'STB',
  hardwareVersion: 'HW-B',
  oui: '00E0FC',
  softwareVersion: 'V1.2',
  freeBytes: null,
}
const image = (metadata: Partial<Firmware['metadata']>, file: Partial<Firmware> = {}): Firmware => ({
  id: 'x',
  fileName: 'x.bin',
  sizeBytes: 1000,
  sha256: 'x',
  format: 'uImage',
  details: { headerCrcOk: true, truncated: false },
  addedAt: '2026-01-01T00:00:00.000Z',
  ...file,
  metadata: { ...emptyMetadata, models: ['EC6108*'], version: 'V1.3', ...metadata },
})

describe('verdicts', () => {
  const cases: [string, Firmware, Partial<FirmwareTarget>, string, string[]][] = [
    ['a newer image for this model', image({}), {}, 'allowed', []],
    ['the product class fits too', image({ models: ['stb'] }), {}, 'allowed', []],
    ['another model', image({ models: ['HG8245*', 'EC2106'] }), {}, 'blocked', ['wrongModel']],
    ['no list of models', image({ models: [] }), {}, 'warning', ['unknownModel']],
    ['another hardware', image({ hardwareVersions: ['HW-A'] }), {}, 'blocked', ['wrongHardware']],
    ['hardware not told', image({ hardwareVersions: ['HW-A'] }), { hardwareVersion: '' }, 'blocked', ['wrongHardware']],
    ['another maker', image({ ouis: ['001122'] }), {}, 'blocked', ['wrongOui']],
    ['the same version', image({ version: 'v1.2.0' }), {}, 'warning', ['sameVersion']],
    ['an older version', image({ version: 'V1.1.9' }), {}, 'warning', ['downgrade']],
    ['another branch', image({ version: 'V1.3_CMCC' }), { softwareVersion: 'V1.2_CTC' }, 'warning', ['otherBranch']],
    ['version unknown', image({ version: '' }), {}, 'warning', ['unknownVersion']],
    [
      'a configuration has no version to be known',
      image({ version: '', fileType: '3 Vendor Configuration File' }, { format: 'text' }),
      {},
      'allowed',
      [],
    ],
    ['not from this version', image({ fromVersions: ['V1.0*', 'V1.1*'] }), {}, 'blocked', ['wrongFromVersion']],
    ['no room', image({}), { freeBytes: 999 }, 'blocked', ['tooLarge']],
    ['room', image({}), { freeBytes: 1000 }, 'allowed', []],
    ['cut off', image({}, { details: { truncated: true, declaredBytes: 5000 } }), {}, 'blocked', ['truncated']],
    ['a bad header', image({}, { details: { headerCrcOk: false } }), {}, 'blocked', ['damagedHeader']],
    ['empty', image({}, { sizeBytes: 0 }), {}, 'blocked', ['emptyFile']],
    ['a text file as firmware', image({}, { format: 'text' }), {}, 'warning', ['notFirmware']],
    [
      'a text file as configuration',
      image({ fileType: '3 Vendor Configuration File' }, { format: 'text' }),
      {},
      'allowed',
      [],
    ],
    [
      'all at once, the gravest first',
      image({ models: ['Z'], version: 'V1.1' }),
      {},
      'blocked',
      ['wrongModel', 'downgrade'],
    ],
  ]
  it.each(cases)('%s', (_, firmware, target, verdict, codes) => {
    const result = checkCompatibility(firmware, { ...box, ...target })
    expect([result.verdict, result.reasons.map(({ code }) => code)]).toEqual([verdict, codes])
  })
})

describe('versions', () => {
  it.each([
    ['1.2.3', '1.2.10', -1],
    ['V1.2', '1.2.0', 0],
    ['V100R003C10SPC050', 'V100R003C10SPC061', -1],
    ['V100R003C10', 'V100R003C10SPC061', -1],
    ['2.0-rc1', '2.0', -1],
    ['2.0-beta2', '2.0-rc1', -1],
    ['2.0.1', '2.0-rc9', 1],
    ['1.0a', '1.0b', -1],
    ['20260101', '20251231', 1],
    ['007', '7', 0],
    ['99999999999999999999', '100000000000000000000', -1],
    ['V1.0_CTC', 'V2.0_CMCC', null],
    ['HWTV1', 'ZTE2', null],
    ['', '', 0],
  ])('%s against %s: %s', (a, b, expected) => {
    const order = compareVersions(a, b)
    expect(order === null ? null : Math.sign(order)).toBe(expected)
    const back = compareVersions(b, a)
    expect(back === null ? null : Math.sign(back) + 0).toBe(expected === null ? null : 0 - expected)
  })
})

it.each([
  ['EC6108V9', 'EC6108*', true],
  ['ec6108v9', '*V9', true],
  ['EC6108V9', 'EC*08*9', true],
  ['EC6108V9', 'EC6108', false],
  ['aa', 'a*a*a', false],
  ['a.c', 'a.c', true],
  ['abc', 'a.c', false],
  ['x'.repeat(5000), `${'*x'.repeat(2000)}y`, false],
])('%s fits %s: %s', (text, pattern, expected) => {
  expect(matchesPattern(text, pattern)).toBe(expected)
})
