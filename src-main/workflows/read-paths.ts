import type { ParameterFailure, ParameterValue } from '#shared/model/parameter.ts'
import { ask, RpcFault, type Script } from '../cwmp/script.ts'

/** How a model likes to be asked; learned per model. */
export interface ReadLimits {
  /** Names in one GetParameterValues. */
  batchSize: number
}

export interface ReadProgress {
  values: number
  /** Paths settled so far, and known in all; the latter grows while a tree is walked. */
  done: number
  total: number
}

export interface PathValues {
  values: ParameterValue[]
  failed: ParameterFailure[]
}

/** Faults that say "not this name" or "not so much": the request is worth splitting (spec/03 section 3). */
const splittable: ReadonlySet<number> = new Set([9000, 9001, 9002, 9003, 9004, 9005])

/** A name that the box left out of its answer without a fault. */
export const leftOut = 0

/**
 * Reads any mix of full names and partial paths. A batch with a bad name is halved until the bad one stands alone, so
 * that it spoils nothing else; a branch too large for the box is read child by child. Never asks twice for what it has.
 * Throws only when the session is lost.
 */
export async function* readPaths(
  paths: string[],
  limits: ReadLimits,
  onProgress: (progress: ReadProgress) => void = () => {},
): Script<PathValues> {
  const values = new Map<string, ParameterValue>()
  const failed: ParameterFailure[] = []
  const work: string[][] = batchesOf([...new Set(paths)], limits.batchSize)
  let done = 0
  for (let batch = work.shift(); batch; batch = work.shift()) {
    const total = done + batch.length + work.reduce((sum, one) => sum + one.length, 0)
    onProgress({ values: values.size, done, total })
    try {
      const { parameters } = yield* ask({ name: 'GetParameterValues', names: batch })
      for (const parameter of parameters) values.set(parameter.name, parameter)
      failed.push(...missingFrom(batch, values))
      done += batch.length
    } catch (error) {
      const fault = faultOf(error)
      if (!fault) throw error
      if (batch.length > 1 && splittable.has(fault.code)) {
        const half = Math.ceil(batch.length / 2)
        work.unshift(batch.slice(0, half), batch.slice(half))
        continue
      }
      const [path = ''] = batch
      const children = isBranch(path) && fault.code !== 9005 ? yield* childrenOf(path) : []
      if (children.length > 0) work.unshift(...batchesOf(children, limits.batchSize))
      else {
        failed.push({ name: path, ...fault })
        done += 1
      }
    }
  }
  return { values: [...values.values()], failed }
}

/** The direct children of a branch, empty where the box will not tell. */
async function* childrenOf(path: string): Script<string[]> {
  try {
    const { parameters } = yield* ask({ name: 'GetParameterNames', path, nextLevel: true })
    return parameters.map(({ name }) => name).filter((name) => name !== path && name.startsWith(path))
  } catch (error) {
    if (faultOf(error)) return []
    throw error
  }
}

/** A fault of the box, or its silence; null for everything that is not about this request. */
function faultOf(error: unknown): { code: number; message: string } | null {
  if (error instanceof RpcFault) return { code: error.faultCode, message: error.faultText }
  const code = (error as { code?: unknown }).code
  return code === 'RPC_UNANSWERED' || code === 'UNEXPECTED_ANSWER' ? { code: 9002, message: '' } : null
}

function isBranch(path: string): boolean {
  return path === '' || path.endsWith('.')
}

function missingFrom(batch: string[], values: Map<string, ParameterValue>): ParameterFailure[] {
  return batch
    .filter((name) => !isBranch(name) && !values.has(name))
    .map((name) => ({ name, code: leftOut, message: '' }))
}

/** Branches go alone: their answers are large. */
function batchesOf(paths: string[], size: number): string[][] {
  const names = paths.filter((path) => !isBranch(path))
  const batches: string[][] = []
  for (let i = 0; i < names.length; i += size) batches.push(names.slice(i, i + size))
  return [...batches, ...paths.filter(isBranch).map((path) => [path])]
}
