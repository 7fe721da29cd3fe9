import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { dictionaries, languages } from '#shared/i18n/index.ts'
import { JobKind } from '#shared/model/job.ts'
import { QuirkName } from '#shared/model/quirk.ts'

const sources = ['workflows', 'jobs'].flatMap((folder) => {
  const at = path.resolve(import.meta.dirname, '../../../src-main', folder)
  const files = readdirSync(at, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  return files.map((file) => readFileSync(path.join(at, file), 'utf8'))
})
const found = (pattern: RegExp): string[] =>
  [...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')))].toSorted()

describe.each(languages)('texts of jobs in %s', (language) => {
  const texts = dictionaries[language]
  it('name every kind and every quirk', () => {
    for (const kind of JobKind.options) expect(texts.states.jobKind).toHaveProperty(kind)
    for (const name of QuirkName.options) expect(texts.quirks).toHaveProperty(name)
  })

  it('word every step and every error that the workflows use', () => {
    for (const step of found(/\bstep(?:: |\()'([A-Za-z]+)'/g)) expect(texts.steps).toHaveProperty(step)
    for (const code of found(/new AppError\('([A-Z_]+)'/g)) {
      if (!code.startsWith('CONNECTION_REQUEST')) expect(texts.errors).toHaveProperty(code)
    }
  })
})
