import type { ErrorData } from '#shared/errors.ts'
import type { LoadedDataModel } from '#shared/model/data-model.ts'
import { call, toShownError } from '../../api.ts'

/** What became of one chosen file. */
export type Loading = { path: string } & (
  | { kind: 'loaded'; model: LoadedDataModel }
  /** It holds parts of a model that was loaded out of the same choice. */
  | { kind: 'part'; of: string }
  | { kind: 'failed'; error: ErrorData }
)

/** Loads chosen files one after the other; each may take parts from all others, and from `more`. */
export async function loadAll(paths: readonly string[], more: readonly string[] = []): Promise<Loading[]> {
  const found: Loading[] = []
  for (const path of paths) {
    const beside = [...paths, ...more].filter((one) => one !== path)
    try {
      found.push({ path, kind: 'loaded', model: await call('dataModels.import', { path, beside }) })
    } catch (thrown) {
      found.push({ path, kind: 'failed', error: toShownError(thrown) })
    }
  }
  return partsTold(found)
}

/** A file without a model of its own is no failure where another one takes parts from it. */
export function partsTold(found: readonly Loading[]): Loading[] {
  return found.map((one) => {
    if (one.kind !== 'failed' || one.error.code !== 'DATA_MODEL_NOT_ONE') return one
    const user = found.find((other) => other.kind === 'loaded' && other.model.files.includes(baseName(one.path)))
    return user?.kind === 'loaded' ? { path: one.path, kind: 'part', of: user.model.name } : one
  })
}

/** The last part of a path of any system. */
export function baseName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path
}
