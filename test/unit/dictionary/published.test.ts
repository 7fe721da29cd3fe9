import { describe, expect, it } from 'vitest'
import { type Concept, type ConceptPath, concepts, lookup, type RootModel } from '#shared/dictionary/index.ts'
import { type FlatRow, flatRows, havePublishedModels, operatorPaths } from '../../support/published-models.ts'

const found = havePublishedModels ? load() : null

function load() {
  const table = (...names: string[]) => new Map(names.flatMap(flatRows).map((row) => [row.path, row]))
  return {
    roots: {
      tr098: table('tr-098-1-8-0-full'),
      tr106: table('tr-106-1-2-0-full', 'tr-181-1-7-0-full'),
      tr181: table('tr-181-2-11-0-full'),
    } satisfies Record<RootModel, Map<string, FlatRow>>,
    services: table('tr-135-1-4-1-cwmp-full', 'tr-140-1-3-1-cwmp-full', 'tr-104-2-0-2-cwmp-full'),
    operators: operatorPaths(),
  }
}

/** Operators' paths that the list does not hold, and where they were seen. */
const otherSources: readonly [RegExp, string][] = [
  [/^Device\.X_(?:CTC_IPTV|00E0FC)\.ServiceInfo\.\w*(?:Password|DHCPID)$/, 'field.md, accounts of set-top boxes'],
  [/^Device\.X_00E0FC\.EncryptParameters$/, 'field.md, secrets'],
  [/\.WANIPConnection\.\{i\}\.X_(?:CT-COM|CU)_/, 'spec 05 section 6: WAN*Connection'],
  [/\.X_CT-COM_WANGponLinkConfig\.(?:Mode|802-1pMark)$/, 'spec 05 section 6'],
  [/\.X_CT-COM_EponInterfaceConfig\.Stats\.BytesReceived$/, 'the other direction of BytesSent, which is in the list'],
  [/\.Services\.X_CT-COM_IPTV\./, 'the object is in the list, its parameters are of one gateway'],
]

const standard = concepts.flatMap((concept) =>
  concept.paths
    .filter(({ vendor }) => !vendor)
    .flatMap((path) => path.models.map((model) => ({ concept, path, model }))),
)

function rowOf(path: ConceptPath, model: RootModel): FlatRow | undefined {
  const service = /^\w+\.Services\.(.*)$/.exec(path.path)?.[1]
  return service === undefined ? found?.roots[model].get(path.path) : found?.services.get(service)
}

/** Units as the models write them, and as a technician does. */
const unitNames: Record<string, string> = {
  seconds: 's',
  milliseconds: 'ms',
  microseconds: 'µs',
  bytes: 'B',
  kilobytes: 'KiB',
  percent: '%',
  percentage: '%',
  '%': '%',
  Mbps: 'Mbps',
  Kbps: 'kbps',
  kbps: 'kbps',
  '0.1dB': '0.1 dB',
  dBm: 'dBm',
  MB: 'MB',
}

/** Types that a box may use for each other without anybody noticing. */
function familyOf(type: string): string {
  if (/list/.test(type)) return 'text'
  if (/int|long|counter|dbm/i.test(type)) return 'number'
  return /boolean|dateTime|base64|hexBinary/i.exec(type)?.[0] ?? 'text'
}

function rangesOf(row: FlatRow, kind: 'len' | 'range'): [number, number][] {
  return [...row.constraints.matchAll(new RegExp(`(?:^|\\|)${kind}(-?\\d*)\\.\\.(-?\\d*)`, 'g'))].map(
    ([, low, high]) => [low ? Number(low) : -Infinity, high ? Number(high) : Infinity],
  )
}

describe.skipIf(!havePublishedModels)('the dictionary beside the published models', () => {
  it('has no standard path that no model has', () => {
    const missing = standard
      .filter(({ path, model }) => !rowOf(path, model))
      .map(({ path, model }) => `${model} ${path.path}`)
    expect(missing).toEqual([])
  })

  it('agrees on type and access', () => {
    const wrong = standard.filter(({ concept, path, model }) => {
      const row = rowOf(path, model)
      if (!row) return false
      const sameType = familyOf(path.type ?? concept.type) === familyOf(row.type)
      return !sameType || concept.writable !== (row.access === 'readWrite')
    })
    expect(wrong.map(({ path }) => path.path)).toEqual([])
  })

  it('agrees on units', () => {
    const wrong = standard.flatMap(({ concept, path, model }) => {
      const [, unit] = /(?:^|\|)unit=([^|]*)/.exec(rowOf(path, model)?.constraints ?? '') ?? []
      return unit === undefined || unit === 'packets' || unitNames[unit] === concept.unit
        ? []
        : [`${path.path} ${unit}`]
    })
    expect(wrong).toEqual([])
  })

  it('stops no value that a model allows', () => {
    const strict = standard.filter(({ concept, path, model }) => {
      const row = rowOf(path, model)
      return row && concept.writable && path.type === undefined && isStricter(concept, row)
    })
    expect(strict.map(({ path }) => path.path)).toEqual([])
  })

  it('hides what the models hide', () => {
    const open = standard.filter(
      ({ concept, path, model }) =>
        rowOf(path, model)?.type.includes('hidden') && concept.type !== 'boolean' && !concept.secret,
    )
    expect(open.map(({ path }) => path.path)).toEqual([])
  })

  it('knows every operator parameter', () => {
    const unknown = [...(found?.operators.keys() ?? [])].filter((path) => !path.endsWith('.') && lookup(path) === null)
    expect(unknown).toEqual([])
  })

  it('has a source for each operator path', () => {
    const paths = concepts.flatMap(({ paths }) => paths.filter(({ vendor }) => vendor).map(({ path }) => path))
    const unknown = paths.filter(
      (path) => !found?.operators.has(path) && !otherSources.some(([pattern]) => pattern.test(path)),
    )
    expect(unknown).toEqual([])
    expect(paths.length).toBeGreaterThan(250)
  })
})

function isStricter(concept: Concept, row: FlatRow): boolean {
  const { min = -Infinity, max = Infinity, minLength = 0, maxLength = Infinity, values } = concept
  const lengths = rangesOf(row, 'len')
  const ranges = rangesOf(row, 'range')
  const allowed = [...row.constraints.matchAll(/(?:^|\|)E:([^|(!]*)([^|]*)/g)]
  return (
    (lengths.length === 0
      ? maxLength < Infinity && !isNarrowByNature(concept)
      : lengths.some(([low, high]) => (low < minLength && low !== 0) || high > maxLength)) ||
    (ranges.length > 0 && ranges.some(([low, high]) => low < min || high > max)) ||
    (values !== undefined &&
      allowed.some(([, value, mark]) => !mark?.includes('deleted') && !values.some((one) => one.value === value)))
  )
}

/** Addresses have a length of their own, which the lists leave out. */
function isNarrowByNature({ format, maxLength }: Concept): boolean {
  return format !== undefined || maxLength === 45 || maxLength === 49
}
