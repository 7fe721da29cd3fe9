import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Folder of the published schemas and data models beside the repository; they are not committed. */
export const SHARED_DATA = join(import.meta.dirname, '../../../shared/data')

export const hasSharedData = existsSync(SHARED_DATA)

/** One row of a flattened data model. */
export interface FlatRow {
  readonly path: string
  readonly type: string
  readonly isWritable: boolean
  readonly constraints: string
  readonly flags: string
}

/** Rows of `flat/<name>.tsv`, their paths behind `prefix`. */
export function readFlat(name: string, prefix = ''): FlatRow[] {
  const lines = readFileSync(join(SHARED_DATA, 'flat', `${name}.tsv`), 'utf8')
    .split('\n')
    .slice(1)
  return lines.flatMap((line) => {
    const [path = '', type = '', access = '', constraints = '', flags = ''] = line.split('\t')
    return path === '' ? [] : [{ path: prefix + path, type, isWritable: access === 'readWrite', constraints, flags }]
  })
}

/** Rows of the vendor parameter list; `{1-5}` in a name stands for five names, lengths and words behind a type go. */
export function readVendor(): { path: string; type: string; isWritable: boolean }[] {
  const lines = readFileSync(join(SHARED_DATA, 'vendor', 'cn-operator-params.tsv'), 'utf8')
    .split('\n')
    .slice(1)
  return lines.flatMap((line) => {
    const [, path = '', type = '', access = ''] = line.split('\t')
    const paths = path.includes('{1-5}') ? [1, 2, 3, 4, 5].map((n) => path.replace('{1-5}', String(n))) : [path]
    return paths.map((each) => ({ path: each, type: type.replace(/[ (].*$/, ''), isWritable: access === 'RW' }))
  })
}

/** All paths of the published data models as full paths, services below `Device.Services.`; null where they are not here. */
export function flatPaths(): Set<string> | null {
  if (!hasSharedData) return null
  const models = ['tr-181-2-11-0-full', 'tr-181-1-7-0-full', 'tr-106-1-2-0-full', 'tr-098-1-8-0-full']
  const services = readFlat('tr-135-1-4-1-cwmp-full', 'Device.Services.')
  return new Set([...models.flatMap((name) => readFlat(name)), ...services].map(({ path }) => path))
}
