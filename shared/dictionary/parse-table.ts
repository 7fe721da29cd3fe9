import { rootOf } from '../cwmp/paths.ts'
import type { AllowedValue, Concept, ConceptPath, RootModel, ValueRule } from './entry.ts'

/**
 * The areas are written as tables, a concept on each line:
 *
 *     @ ssid tr181=Device.WiFi.SSID.{i}. tr098=InternetGatewayDevice.LANDevice.{i}.WLANConfiguration.{i}.
 *     name SSID | string(32) rw | 无线名称 | Network name | … | …
 *
 * `@` names a group and the objects it lives in: `tr098`, `tr106`, `tr181`, or any other key for operators' objects.
 * `root=X.` is X below all three roots, `service=X.` X below their Services objects. A line gives the concept's name in
 * the group and the parameter below the objects; where it is called differently: `tr181:Name tr098,tr106:Other!int`
 * (`!` is the type there, a leading `/` a whole path). Then type, limits, `rw`, `secret`, `[unit]` and `{values}` (with
 * meanings as `1=中文/English`). `+ table.group | 前缀 | Prefix` repeats lines of another table here. Throws where a line is
 * wrong: the tables are part of the program.
 */
export function parseTable(area: string, table: string, shared: ReadonlyMap<string, string[]> = new Map()): Concept[] {
  const concepts: Concept[] = []
  let group = ''
  let objects: Base[] = []
  const lines = table.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  for (const line of lines) {
    if (line.startsWith('@ ')) {
      const [id = '', ...places] = line.slice(2).split(/\s+/)
      group = id
      objects = places.flatMap(basesOf)
    } else if (line.startsWith('+ ')) {
      const [from = '', zh = '', en = ''] = cellsOf(line.slice(2))
      for (const row of shared.get(from) ?? fail(line, 'no such shared lines')) {
        const concept = parseRow(row, area, group, objects)
        concepts.push({ ...concept, name: { 'zh-CN': zh + concept.name['zh-CN'], en: `${en}: ${concept.name.en}` } })
      }
    } else concepts.push(parseRow(line, area, group, objects))
  }
  return concepts
}

/** Groups of lines to be repeated elsewhere, by `<table>.<group>`. */
export function sharedLines(name: string, table: string): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  let lines: string[] = []
  for (const line of table.split('\n').filter((one) => one !== '')) {
    if (line.startsWith('@ ')) {
      lines = []
      groups.set(`${name}.${line.slice(2)}`, lines)
    } else lines.push(line)
  }
  return groups
}

/** An object in which a group lives, under the key that lines use for it. */
interface Base {
  key: string
  object: string
}

const roots: Record<RootModel, string> = { tr098: 'InternetGatewayDevice.', tr106: 'Device.', tr181: 'Device.' }
const models = Object.keys(roots) as RootModel[]

function basesOf(place: string): Base[] {
  const equals = place.indexOf('=')
  const key = place.slice(0, equals)
  const object = place.slice(equals + 1)
  if (key === 'root') return models.map((model) => ({ key: model, object: roots[model] + object }))
  if (key === 'service') return models.map((model) => ({ key: model, object: `${roots[model]}Services.${object}` }))
  return [{ key, object }]
}

function cellsOf(line: string): string[] {
  return line.split('|').map((cell) => cell.trim())
}

function parseRow(line: string, area: string, group: string, objects: Base[]): Concept {
  const cells = cellsOf(line)
  const [place = '', rule = '', zhName = '', enName = '', zhAbout = '', enAbout = ''] = cells
  if (cells.length !== 6 || cells.includes('')) fail(line, 'six columns are needed')
  const [id = '', ...names] = place.split(/\s+/)
  const paths = merge(names.flatMap((name) => pathsOf(name, objects)))
  if (paths.length === 0) fail(line, 'no path')
  return {
    id: `${group}.${id}`,
    area,
    paths,
    name: { 'zh-CN': zhName, en: enName },
    about: { 'zh-CN': zhAbout, en: enAbout },
    ...parseRule(rule, line),
  }
}

function pathsOf(spec: string, objects: Base[]): ConceptPath[] {
  const [, keys, name = '', type] = /^(?:([\w,]+):)?([^!]+)(?:!(\w+))?$/.exec(spec) ?? []
  const wanted = keys?.split(',')
  const places = name.startsWith('/')
    ? (wanted ?? ['vendor']).map((key) => ({ key, object: '' }))
    : objects.filter(({ key }) => wanted === undefined || wanted.includes(key))
  return places.map(({ key, object }) => {
    const path = object + (name.startsWith('/') ? name.slice(1) : name)
    const isStandard = (models as string[]).includes(key)
    const vendor = !isStandard || /[.]X_/.test(path)
    return { path, models: isStandard ? [key as RootModel] : modelsOf(path), vendor, ...(type ? { type } : {}) }
  })
}

function modelsOf(path: string): RootModel[] {
  return models.filter((model) => roots[model] === `${rootOf(path)}.`)
}

/** TR-106 and TR-181 share a root: the same path of both is one path. */
function merge(paths: ConceptPath[]): ConceptPath[] {
  const byPath = new Map<string, ConceptPath>()
  for (const path of paths) {
    const known = byPath.get(path.path)
    byPath.set(path.path, known ? { ...known, models: [...known.models, ...path.models] } : path)
  }
  return [...byPath.values()]
}

const shapes: Record<string, ValueRule> = {
  uint: { type: 'unsignedInt' },
  ulong: { type: 'unsignedLong' },
  bool: { type: 'boolean' },
  time: { type: 'dateTime' },
  hex: { type: 'hexBinary' },
  ip: { type: 'string', format: 'ip' },
  ipv4: { type: 'string', format: 'ipv4' },
  mac: { type: 'string', format: 'mac' },
  url: { type: 'string', format: 'url' },
  list: { type: 'string', format: 'list' },
  ips: { type: 'string', format: 'ipList' },
}

function parseRule(text: string, line: string): ValueRule & Pick<Concept, 'unit' | 'writable' | 'secret'> {
  const [, word = '', minLength, maxLength] = /^(\w+)(?:\((?:(\d+)-)?(\d+)\))?/.exec(text) ?? fail(line, 'no type')
  const [, unit] = /\[([^\]]+)\]/.exec(text) ?? []
  const [, values] = /\{([^}]+)\}/.exec(text) ?? []
  const bare = text.replace(/\[[^\]]+\]|\{[^}]+\}/g, ' ')
  const [, min, max] = /(?:^|\s)(-?\d+)?\.\.(-?\d+)?(?:\s|$)/.exec(bare) ?? []
  return {
    ...(shapes[word] ?? { type: word }),
    ...(minLength ? { minLength: Number(minLength) } : {}),
    ...(maxLength ? { maxLength: Number(maxLength) } : {}),
    ...(min ? { min: Number(min) } : {}),
    ...(max ? { max: Number(max) } : {}),
    ...(values ? { values: values.split(',').map(allowedValue) } : {}),
    ...(unit ? { unit } : {}),
    writable: /\srw(?:\s|$)/.test(bare),
    secret: /\ssecret(?:\s|$)/.test(bare),
  }
}

function allowedValue(text: string): AllowedValue {
  const [, value = '', zh, en] = /^([^=]*)(?:=([^/]*)\/(.*))?$/.exec(text.trim()) ?? []
  return zh === undefined || en === undefined ? { value } : { value, meaning: { 'zh-CN': zh, en } }
}

function fail(line: string, reason: string): never {
  throw new Error(`dictionary: ${reason}: ${line}`)
}
