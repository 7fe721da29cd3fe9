import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The published data models beside the repository; they are not part of it (their licence is their own). */
const folder = path.resolve(import.meta.dirname, '../../../shared/data')
export const havePublishedModels = existsSync(path.join(folder, 'flat'))

/** The XML of a published model. */
export function publishedFile(name: string): string {
  return path.join(folder, 'dm', name)
}

export interface FlatRow {
  path: string
  type: string
  access: string
  constraints: string
  flags: string
  version: string
  status: string
}

/** The rows of a flat list, without deleted ones. */
export function flatRows(name: string): FlatRow[] {
  return rowsOf('flat', `${name}.tsv`).map(
    ([path = '', type = '', access = '', constraints = '', flags = '', version = '', status = '']) => ({
      path,
      type,
      access,
      constraints,
      flags,
      version,
      status,
    }),
  )
}

/** The operators' own parameters, by path; `R{1-5}` is five paths. */
export function operatorPaths(): Map<string, { type: string; access: string }> {
  const found = new Map<string, { type: string; access: string }>()
  for (const [, path = '', type = '', access = ''] of rowsOf('vendor', 'cn-operator-params.tsv')) {
    const paths = path.includes('{1-5}') ? [1, 2, 3, 4, 5].map((n) => path.replace('{1-5}', String(n))) : [path]
    for (const one of paths) found.set(one, { type, access })
  }
  return found
}

function rowsOf(part: string, name: string): string[][] {
  const text = readFileSync(path.join(folder, part, name), 'utf8')
  return text
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
}
