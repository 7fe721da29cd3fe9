import { describe, expect, it } from 'vitest'
import { defaultSettings, type SettingsPatch } from '#shared/model/settings.ts'
import { createLog, type LogEntry } from '../../../src-main/log/log.ts'
import { createSettingsStore } from '../../../src-main/store/settings-store.ts'
import { codeOf, tempFolder, tempStores } from './folders.ts'

it('gives the defaults where nothing was set', () => {
  expect(tempStores().settings.get()).toEqual(defaultSettings)
})

it('merges two levels deep and keeps what it was given', () => {
  const dataDir = tempFolder()
  const first = tempStores(dataDir)
  first.settings.set({ cwmp: { auth: 'digest', username: '用户' }, language: 'zh-CN' })
  const now = first.settings.set({ cwmp: { port: 0 }, trace: { keepSessions: 10 } })
  expect(now.cwmp).toEqual({ ...defaultSettings.cwmp, auth: 'digest', username: '用户', port: 0 })
  first.close()
  const again = tempStores(dataDir).settings.get()
  expect(again).toEqual(now)
  expect(again.trace).toEqual({ keepSessions: 10, keepMegabytes: 512 })
})

it('gives copies, so that nobody changes the settings but by set', () => {
  const { settings } = tempStores()
  settings.get().cwmp.port = 1
  settings.set({}).cwmp.port = 2
  expect(settings.get().cwmp.port).toBe(defaultSettings.cwmp.port)
})

it('refuses a value out of range and changes nothing', () => {
  const { settings } = tempStores()
  expect(codeOf(() => settings.set({ language: 'en', cwmp: { port: 70_000 } }))).toBe('BAD_REQUEST')
  expect(settings.get()).toEqual(defaultSettings)
})

it('leaves a field alone that is given as undefined', () => {
  const { settings } = tempStores()
  settings.set({ language: 'en' })
  expect(settings.set({ language: undefined, cwmp: { username: undefined } } as unknown as SettingsPatch)).toEqual({
    ...defaultSettings,
    language: 'en',
  })
})

describe('the password', () => {
  it('is kept by the secret store and nowhere else', () => {
    const dataDir = tempFolder()
    const stores = tempStores(dataDir)
    stores.settings.set({ cwmp: { username: 'acs', password: 'kept-secret' } })
    expect(stores.secrets.get('cwmp.password')).toBe('kept-secret')
    expect(JSON.stringify(stores.db.prepare('SELECT * FROM settings').all())).not.toContain('kept-secret')
    expect(stores.db.serialize().includes('kept-secret')).toBe(false)
    stores.close()
    expect(tempStores(dataDir).settings.get().cwmp.password).toBe('kept-secret')
  })

  it('stays where other fields change, and goes where it is emptied', () => {
    const { settings, secrets } = tempStores()
    settings.set({ cwmp: { password: 'one' } })
    expect(settings.set({ cwmp: { port: 1234 } }).cwmp.password).toBe('one')
    expect(settings.set({ cwmp: { password: '' } }).cwmp.password).toBe('')
    expect(secrets.get('cwmp.password')).toBeNull()
  })
})

describe('stored rows', () => {
  const defaults = defaultSettings.cwmp
  const cases: [string, string, string, unknown, string | null][] = [
    ['unknown field', 'cwmp', '{"port":1,"gone":true}', { ...defaults, port: 1 }, null],
    ['one bad field', 'cwmp', '{"port":"x","username":"u"}', { ...defaults, username: 'u' }, 'cwmp.port'],
    ['no JSON', 'cwmp', '{"port":', defaults, 'cwmp'],
    ['another shape', 'cwmp', '[1,2]', defaults, 'cwmp'],
    ['null', 'cwmp', 'null', defaults, 'cwmp'],
    ['a value no longer offered', 'language', '"tlh"', 'system', 'language'],
  ]

  it.each(cases)('%s: the rest is kept, the default stands in', (_, key, value, expected, logged) => {
    const stores = tempStores()
    const entries: LogEntry[] = []
    stores.db.prepare('INSERT INTO settings VALUES (?, ?)').run(key, value)
    stores.db.prepare("INSERT INTO settings VALUES ('removedSection', '{}')").run()
    const log = createLog((entry) => entries.push(entry))
    const settings = createSettingsStore(stores.db, stores.secrets, log).get()
    expect(settings).toEqual({ ...defaultSettings, [key]: expected })
    expect(entries.map(({ data }) => data.setting)).toEqual(logged === null ? [] : [logged])
  })
})
