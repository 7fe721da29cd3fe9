import type { ParameterFailure, ParameterValue } from '#shared/model/parameter.ts'
import type { AcsRequest } from '../cwmp/codec/messages.ts'
import type { Script } from '../cwmp/script.ts'
import type { Answer } from '../cwmp/session-machine.ts'
import { type ReadManner, TreeRead } from './tree-read.ts'

export interface PathValues {
  values: ParameterValue[]
  failed: ParameterFailure[]
}

/** Goes on with a read in this session, to its end. Throws only when the session is lost. */
export function* walk(
  read: TreeRead,
  onProgress: (progress: number) => void = () => {},
): Generator<AcsRequest, void, Answer> {
  for (let request = read.next(); request; request = read.next()) {
    onProgress(read.progress)
    read.take(yield request)
  }
}

/** Reads names and branches inside another script; a bad one is named and spoils nothing. */
export async function* readPaths(paths: string[], manner: ReadManner): Script<PathValues> {
  const read = new TreeRead(paths, manner)
  yield* walk(read)
  return read.result()
}
