import { z } from 'zod'
import { AppError } from '#shared/errors.ts'
import { defaultSettings, Settings, type SettingsPatch } from '#shared/model/settings.ts'
import { type Log, silentLog } from '../log/log.ts'
import type { Database } from './database.ts'
import type { SecretStore } from './secrets.ts'
import { sqlOf } from './sql.ts'

/** The settings of the app; what was never set has its default. */
export interface SettingsStore {
  get(): Settings
  /** Changes the given fields, two levels deep, and gives all. Throws BAD_REQUEST where a value is out of range. */
  set(patch: SettingsPatch): Settings
}

const passwordSecret = 'cwmp.password'

/** Settings in a row per section; the password goes to the secret store and never into the table. */
export function createSettingsStore(db: Database, secrets: SecretStore, log: Log = silentLog): SettingsStore {
  const sql = sqlOf(db)
  let current = read()

  function read(): Settings {
    const rows = sql.all<{ key: string; value: string }>('SELECT key, value FROM settings')
    const stored = Object.fromEntries(rows.map(({ key, value }) => [key, parse(key, value)]))
    const settings = salvage(stored, log)
    return { ...settings, cwmp: { ...settings.cwmp, password: secrets.get(passwordSecret) ?? '' } }
  }

  function parse(key: string, value: string): unknown {
    try {
      return JSON.parse(value)
    } catch {
      log.warn('a stored setting is damaged, its default is used', { setting: key })
      return undefined
    }
  }

  function write(section: keyof Settings, settings: Settings): void {
    const value = section === 'cwmp' ? { ...settings.cwmp, password: undefined } : settings[section]
    sql.run(
      'INSERT INTO settings VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      section,
      JSON.stringify(value),
    )
  }

  function writePassword(password: string): void {
    if (password === '') secrets.delete(passwordSecret)
    else secrets.set(passwordSecret, password)
  }

  return {
    get: () => structuredClone(current),
    set(patch) {
      const checked = Settings.safeParse(merge(current, patch))
      if (!checked.success) throw new AppError('BAD_REQUEST', { detail: checked.error.issues[0]?.message ?? '' })
      sql.transaction(() => {
        for (const section of Object.keys(patch)) write(section as keyof Settings, checked.data)
        if (patch.cwmp?.password !== undefined) writePassword(patch.cwmp.password)
      })
      current = checked.data
      return structuredClone(current)
    },
  }
}

type Section = Record<string, unknown>

function isSection(value: unknown): value is Section {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function merge(settings: Settings, patch: SettingsPatch): Section {
  const merged: Section = { ...settings }
  for (const [key, value] of givenEntries(patch)) {
    const before = merged[key]
    merged[key] =
      isSection(value) && isSection(before) ? { ...before, ...Object.fromEntries(givenEntries(value)) } : value
  }
  return merged
}

function givenEntries(patch: Section): [string, unknown][] {
  return Object.entries(patch).filter(([, value]) => value !== undefined)
}

/** Takes every stored value that is still valid, and the default for the rest: a field that is bad costs no other one. */
function salvage(stored: Section, log: Log): Settings {
  const taken = Object.entries(defaultSettings).map(([key, fallback]) => {
    const schema = Settings.shape[key as keyof Settings]
    if (!(schema instanceof z.ZodObject)) return [key, valid(schema, stored[key], fallback, key, log)]
    const section = valid(z.record(z.string(), z.unknown()), stored[key], {}, key, log) as Section
    const fields = Object.entries<z.ZodType>(schema.shape).map(([field, fieldSchema]) => [
      field,
      valid(fieldSchema, section[field], (fallback as Section)[field], `${key}.${field}`, log),
    ])
    return [key, Object.fromEntries(fields)]
  })
  return Object.fromEntries(taken) as Settings
}

function valid(schema: z.ZodType, value: unknown, fallback: unknown, setting: string, log: Log): unknown {
  if (value === undefined) return fallback
  const checked = schema.safeParse(value)
  if (checked.success) return checked.data
  log.warn('a stored setting is not valid, its default is used', { setting })
  return fallback
}
