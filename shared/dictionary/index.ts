import { genericPathOf, instanceNumbersOf } from '../cwmp/paths.ts'
import type { Language } from '../i18n/index.ts'
import { counters } from './areas/counters.ts'
import { diagnostics } from './areas/diagnostics.ts'
import { faults } from './areas/faults.ts'
import { hosts } from './areas/hosts.ts'
import { identity } from './areas/identity.ts'
import { iptv } from './areas/iptv.ts'
import { lan } from './areas/lan.ts'
import { management } from './areas/management.ts'
import { monitoring } from './areas/monitoring.ts'
import { operatorGateway } from './areas/operator-gateway.ts'
import { operatorStb } from './areas/operator-stb.ts'
import { optics } from './areas/optics.ts'
import { time } from './areas/time.ts'
import { voice } from './areas/voice.ts'
import { wan } from './areas/wan.ts'
import { wifi } from './areas/wifi.ts'
import { commonNameOf } from './common-names.ts'
import type { Concept, ConceptPath, DictionaryEntry, ValueRule, Words } from './entry.ts'
import { objectNameOf } from './object-names.ts'
import { parseTable, sharedLines } from './parse-table.ts'

export { commonAboutOf } from './common-names.ts'
export type * from './entry.ts'

/** The areas in the order in which a technician looks at a box. */
const tables = {
  identity,
  management,
  time,
  lan,
  wan,
  wifi,
  hosts,
  optics,
  iptv,
  operatorStb,
  monitoring,
  operatorGateway,
  voice,
  diagnostics,
  faults,
} as const

export type Area = keyof typeof tables
export const areas = Object.keys(tables) as Area[]

const shared = sharedLines('counters', counters)

/** Every concept of the dictionary. */
export const concepts: readonly Concept[] = areas.flatMap((area) => parseTable(area, tables[area], shared))

const byId = new Map(concepts.map((concept) => [concept.id, concept]))
const byPath = new Map<string, Entry>()
for (const concept of concepts) for (const path of concept.paths) byPath.set(path.path, { concept, path })

/** A concept as one path spells it. */
export interface Entry {
  concept: Concept
  path: ConceptPath
}

/** The concept of that id, or null. */
export function conceptOf(id: string): Concept | null {
  return byId.get(id) ?? null
}

/** What the dictionary knows of a parameter by its full path; null for what is not in it. */
export function lookup(path: string): Entry | null {
  return byPath.get(genericPathOf(path)) ?? null
}

/** What may be written to a parameter; where its path has a type of its own, the concept's limits are of another kind. */
export function ruleOf({ concept, path }: Entry): ValueRule {
  return path.type === undefined ? concept : { type: path.type }
}

/** Containers that nearly every box has once: their `1` says nothing. */
const ONLY_ONE = /^(.*?\.(?:LANDevice|WANDevice|Services\.(?:STB|Voice|Storage)Service)\.)1\./

/**
 * The name of a parameter or object (path with a final dot) as a technician says it, with its instance: `Wi-Fi name 1`,
 * `PPPoE account 2.1`. null where nothing is known, not even what its last component means everywhere.
 */
export function friendlyName(path: string, language: Language): string | null {
  const name = wordsOf(path)?.[language]
  if (name === undefined) return null
  const instances = instanceNumbersOf(path.replace(ONLY_ONE, '$1'))
  return instances.length === 0 ? name : `${name} ${instances.join('.')}`
}

function wordsOf(path: string, concept = lookup(path)?.concept): Words | null {
  if (path.endsWith('.')) return objectNameOf(path)
  return concept?.name ?? commonNameOf(path)
}

/** Name and unit of a parameter or object in both languages, without its instance; null where nothing is known. */
export function entryOf(path: string): DictionaryEntry | null {
  const concept = lookup(path)?.concept
  const words = wordsOf(path, concept)
  if (words === null) return null
  const unit = concept?.unit
  return { en: words.en, zh: words['zh-CN'], ...(unit === undefined ? {} : { unit }) }
}
