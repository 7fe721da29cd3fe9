import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { FAULT_KEYS } from '../../shared/cwmp/faults.ts'
import { errorTable } from '../../shared/errors.ts'
import { dictionaries } from '../../shared/i18n/index.ts'
import { fill, wordError } from '../../shared/i18n/word-error.ts'
import { DataModel, DeviceStatus } from '../../shared/model/device.ts'
import { JobKind, JobState } from '../../shared/model/job.ts'
import { SessionOutcome } from '../../shared/model/session.ts'
import { CwmpAuth } from '../../shared/model/settings.ts'
import { WARNING_CODES } from '../../src-main/cwmp/codec/warnings.ts'
import { pseudoTexts } from '../../src-renderer/i18n/pseudo.ts'

type Tree = { [key: string]: string | Tree }

/** Every text by its key, plural forms under one. */
function flatten(tree: Tree, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([name, value]): [string, string][] => {
      const key = prefix === '' ? name : `${prefix}.${name}`
      return typeof value === 'string' ? [[key, value]] : [...flatten(value, key)]
    }),
  )
}

const en = flatten(dictionaries.en as unknown as Tree)
const zh = flatten(dictionaries['zh-CN'] as unknown as Tree)
const base = (key: string) => key.replace(/_(?:one|other)$/, '')
const cjk = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/

/** All sources below a folder, as one text. */
function sourcesBelow(folder: string): string {
  const root = path.resolve(import.meta.dirname, '../..', folder)
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
    .join('\n')
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap((match) => match[1] ?? [])
}

describe('both languages', () => {
  test('have the same keys, plural forms apart', () => {
    const keysOf = (texts: Map<string, string>) => [...new Set([...texts.keys()].map(base))].sort()
    expect(keysOf(zh)).toEqual(keysOf(en))
  })

  test('have the same placeholders in every text', () => {
    const placeholders = (text: string | undefined) => [...new Set(matches(text ?? '', /\{\{(\w+)\}\}/g))].sort()
    for (const [key, text] of zh) expect.soft(placeholders(text), key).toEqual(placeholders(en.get(key)))
  })

  test('leave no text empty but buttons that are not there and summaries of messages that say all by their name', () => {
    const mayBeEmpty = /^(?:remedies\.\w+\.action|trace\.summary\.other)$/
    for (const [key, text] of [...en, ...zh]) if (!mayBeEmpty.test(key)) expect.soft(text.trim(), key).not.toBe('')
  })

  test('English holds no Chinese', () => {
    for (const [key, text] of en) expect.soft(cjk.test(text), key).toBe(false)
  })

  test('Chinese holds no English sentence', () => {
    const untranslatable = /\{\{\w+\}\}|(?:rpc|dir):\w+/g
    for (const [key, text] of zh) {
      const words = text.replaceAll(untranslatable, '').match(/[A-Za-z]{2,}/g) ?? []
      if (!cjk.test(text)) expect.soft(words.length, `${key}: ${text}`).toBeLessThan(3)
    }
  })
})

describe('every code has its words', () => {
  test('errors and remedies', () => {
    for (const [code, remedy] of Object.entries(errorTable)) {
      for (const key of [`errors.${code}.title`, `errors.${code}.cause`, `remedies.${remedy}.text`])
        expect.soft(en.has(key), key).toBe(true)
    }
  })

  test('faults of boxes', () => {
    for (const key of FAULT_KEYS)
      for (const part of ['name', 'meaning', 'cause', 'remedy'])
        expect.soft(en.has(`faults.${key}.${part}`), `${key} ${part}`).toBe(true)
  })

  test('states', () => {
    const enums: [string, readonly string[]][] = [
      ['states.device', DeviceStatus.options],
      ['states.deviceMeanings', DeviceStatus.options],
      ['states.dataModel', DataModel.options],
      ['states.job', JobState.options],
      ['states.jobKind', JobKind.options],
      ['states.session', SessionOutcome.options],
      ['settings.auths', CwmpAuth.options],
    ]
    for (const [area, values] of enums)
      for (const value of values) expect.soft(en.has(`${area}.${value}`), `${area}.${value}`).toBe(true)
  })

  test('warnings of codec and sessions, steps of jobs', () => {
    const main = sourcesBelow('src-main')
    const steps = [...matches(main, /\bstep\('(\w+)'/g), ...matches(main, /\bstep: '(\w+)'/g)]
    const warnings = [...WARNING_CODES, ...matches(main, /type: 'warn',\s+code: '(\w+)'/g)]
    expect(steps.length).toBeGreaterThan(5)
    for (const step of steps) expect.soft(en.has(`steps.${step}`), step).toBe(true)
    for (const code of warnings) expect.soft(en.has(`warnings.${code}`), code).toBe(true)
  })
})

test('no text is unused', () => {
  const sources = sourcesBelow('src-renderer')
  const literals = matches(sources, /['`]([a-z]\w*(?:\.(?:[\w-]+|\$\{[^}]+\}))+)['`]/gi)
  const patterns = literals.map(
    (literal) => new RegExp(`^${literal.replaceAll('.', '\\.').replaceAll(/\$\{[^}]+\}/g, '[\\w-]+')}$`),
  )
  // Texts for the main process, and for screens that are still to come.
  const elsewhere =
    /^(?:shell\.crash|firmware\.notification|fileDialogs|dictionary\.areas|templates\.problems|validation|deviceList|alarms\.notification|collect\.report|report)\./
  const unused = [...new Set([...en.keys()].map(base))].filter(
    (key) => !elsewhere.test(key) && !patterns.some((pattern) => pattern.test(key)),
  )
  expect(unused).toEqual([])
})

describe('errors worded without the renderer', () => {
  test('name what happened and what to do', () => {
    const worded = wordError({ code: 'PORT_IN_USE', params: { port: 7547 }, remedy: 'choosePort' })
    expect(worded.message).toContain('Port 7547 is in use.')
    expect(worded.remedy).toContain('Use another port')
  })

  test('explain the fault of a box, with its own words', () => {
    const worded = wordError({ code: 'CWMP_9005', params: { message: 'no such thing' }, remedy: 'explainFault' })
    expect(worded.message).toMatch(/^Invalid parameter name: .*\(no such thing\)$/)
  })

  test('speak of a code nobody knows, and of vendor codes', () => {
    expect(wordError({ code: 'NEVER_HEARD', params: {}, remedy: 'none' }).message).toContain('NEVER_HEARD')
    expect(wordError({ code: 'CWMP_9801', params: {}, remedy: 'explainFault' }, 'zh-CN').message).toContain('厂商')
  })

  test('put a dash where a value is missing', () => {
    expect(fill('Port {{port}} of {{name}}', { port: 1 })).toBe('Port 1 of –')
  })
})

test('the pseudo-language keeps placeholders and is longer', () => {
  const pseudo = flatten(pseudoTexts(dictionaries.en))
  expect(pseudo.get('errors.PORT_IN_USE.title')).toContain('{{port}}')
  expect((pseudo.get('home.title') ?? '').length).toBeGreaterThan((en.get('home.title') ?? '').length * 1.3)
})
