import type { DataModel } from '../cwmp/paths.ts'
import type { Language } from '../i18n/index.ts'

/** A text in each language. */
export type Words = Record<Language, string>

/** The three standard roots; `unknown` boxes are asked for any of them. */
export type RootModel = Exclude<DataModel, 'unknown'>

/** What a value looks like, beyond its type on the wire. */
export type ValueFormat = 'ipv4' | 'ip' | 'mac' | 'url' | 'list' | 'ipList'

/** One allowed value, with what it means where the bare word does not say it. */
export interface AllowedValue {
  value: string
  meaning?: Words
}

/** What may stand in a parameter: for editors and `validateValue`. */
export interface ValueRule {
  /** Local name of the xsi:type. */
  type: string
  format?: ValueFormat
  min?: number
  max?: number
  /** In characters; for binary types in bytes. */
  minLength?: number
  maxLength?: number
  values?: readonly AllowedValue[]
  /** A regular expression that the whole value must match (data-model files have them). */
  pattern?: string
}

/** One way in which a box spells a concept. */
export interface ConceptPath {
  /** With `{i}` for instances. */
  path: string
  /** The data models in which the path may be met. */
  models: readonly RootModel[]
  /** Whether it is an operator's or a maker's own parameter. */
  vendor: boolean
  /** Where this path's type is another than the concept's: TR-098 has a few numbers as text. */
  type?: string
}

/** Something a technician calls by one name, wherever the data models put it. */
export interface Concept extends ValueRule {
  /** `wifi.ssid`. */
  id: string
  /** `wifi`; worded under `dictionary.areas.<area>`. */
  area: string
  paths: readonly ConceptPath[]
  name: Words
  /** One sentence that helps at the bench. */
  about: Words
  unit?: string
  writable: boolean
  /** Never shown, sealed when kept. */
  secret: boolean
}

/** Of a value; `s`, `B` and `KiB` are shown as a duration or a size as well. */
export type Unit = string

/** What a parameter or object is called. */
export interface DictionaryEntry {
  en: string
  zh: string
  unit?: Unit
}
