import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { dictionaries, languages } from '#shared/i18n/index.ts'
import { CompatibilityReason, FirmwareFormat } from '#shared/model/firmware.ts'
import { PushVerdict, pushPhases } from '#shared/model/firmware-push.ts'

const folder = path.resolve(import.meta.dirname, '../../../src-main/workflows/firmware')
const source = readdirSync(folder)
  .map((file) => readFileSync(path.join(folder, file), 'utf8'))
  .join('\n')
const found = (pattern: RegExp): string[] => [...new Set([...source.matchAll(pattern)].map((match) => match[1] ?? ''))]

describe.each(languages)('texts of firmware in %s', (language) => {
  const { firmware } = dictionaries[language]
  it('name every format, reason, verdict and phase', () => {
    for (const format of FirmwareFormat.options) expect(firmware.formats).toHaveProperty(format)
    for (const code of CompatibilityReason.shape.code.options) expect(firmware.reasons).toHaveProperty(code)
    for (const verdict of PushVerdict.options) expect(firmware.verdicts).toHaveProperty(verdict)
    for (const phase of pushPhases) expect(firmware.push.phases).toHaveProperty(phase)
  })

  it('word everything that a timeline can hold', () => {
    const entries = [
      ...found(/note\('(\w+)'/g),
      ...found(/: '(transfer[A-Z]\w+)'/g),
      ...found(/'(recall(?!ing)\w+)'/g),
      'reportedSuccess',
      'reportedFault',
    ]
    expect(entries.length).toBeGreaterThan(16)
    for (const entry of [...entries, ...found(/entry: '(\w+)'/g)]) expect(firmware.timeline).toHaveProperty(entry)
  })

  it('explain every end', () => {
    const ends = found(/settled\('\w+', '(\w+)'\)/g).filter((why) => !['reported', 'fault', 'notFetched'].includes(why))
    expect(ends.length).toBeGreaterThan(5)
    for (const why of ends) expect(firmware.explanations).toHaveProperty(why)
  })
})
