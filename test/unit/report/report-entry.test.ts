import { expect, it } from 'vitest'
import { dictionaries, languages } from '#shared/i18n/index.ts'
import type { FirmwareResult } from '#shared/model/firmware-push.ts'
import { entryOf } from '../../../src-main/report/report-entry.ts'
import { aJob } from '../store/samples.ts'

const result: FirmwareResult = {
  from: 'V1',
  to: 'V2',
  expected: 'V2',
  verified: true,
  verdict: 'proven',
  fileName: 'fw.bin',
  fileType: '1 Firmware Upgrade Image',
  sha256: 'ab',
  timeline: [],
  transfer: {
    protocol: 'http',
    bytes: 9,
    sizeBytes: 9,
    requests: 1,
    finding: { type: 'tookAll', total: 9, requests: 1 },
  },
  fault: null,
  explanation: null,
  reasons: [{ code: 'wrongModel', level: 'blocked', params: {} }],
  override: { reason: 'lab box, image confirmed by the maker' },
}
const keysOf = (push: FirmwareResult) => entryOf(aJob({ kind: 'firmware', result: push })).facts.map(({ key }) => key)

it('tells of a file that was sent against the check, and why', () => {
  const { facts } = entryOf(aJob({ kind: 'firmware', result }))
  expect(facts).toContainEqual({ key: 'override', value: 'lab box, image confirmed by the maker' })
  expect(keysOf({ ...result, override: null })).toEqual(['versionBefore', 'versionAfter', 'file', 'sha256', 'verified'])
  for (const language of languages) {
    for (const { key } of facts) expect(dictionaries[language].report.facts).toHaveProperty(key)
  }
})
