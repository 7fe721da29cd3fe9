import { parentOf } from '#shared/cwmp/paths.ts'
import type { ParameterFailure, ParameterInfo } from '#shared/model/parameter.ts'
import type { AcsRequest } from '../cwmp/codec/messages.ts'
import type { Answer } from '../cwmp/session-machine.ts'
import { isLoss } from '../jobs/job-in-session.ts'
import type { Workflow } from '../jobs/workflow.ts'

/** Lists names with their Writable flags (TR-069 A.3.2.3); a level that is too deep for the box is listed step by step. */
export const names: Workflow<'names'> = {
  kind: 'names',
  restart: 'again',
  async run(context) {
    const { path, nextLevel } = context.input
    const listing = new Listing(path, nextLevel)
    context.keep(() => listing.result())
    for (let losses = 0; ; losses += 1) {
      try {
        await context.inSession(async function* () {
          yield* listing.walk(() => context.step('listing', listing.progress))
        })
        return listing.result()
      } catch (error) {
        if (!isLoss(error) || context.signal.aborted || losses >= 3) throw error
        listing.lost()
      }
    }
  },
}

/**
 * Which of some parameters may be written, in a script of another workflow: the object that holds them all is listed once.
 * null where the box does not tell.
 */
export function* writableBelow(names: readonly string[]): Generator<AcsRequest, ReadonlySet<string> | null, Answer> {
  const listing = new Listing(commonObject(names), false)
  yield* listing.walk(() => {})
  const { names: found } = listing.result()
  return found.length === 0 ? null : new Set(found.flatMap(({ name, writable }) => (writable ? [name] : [])))
}

/** The innermost object that holds all of some parameters, with its dot. */
function commonObject(names: readonly string[]): string {
  return names.map(parentOf).reduce((shared, object) => {
    let common = shared
    while (!object.startsWith(common)) common = parentOf(common)
    return common
  })
}

interface Level {
  path: string
  nextLevel: boolean
  weight: number
}

/** A listing under way: what is found, and the objects still to be listed. */
class Listing {
  readonly #found = new Map<string, ParameterInfo>()
  readonly #failed: ParameterFailure[] = []
  readonly #levels: Level[]
  readonly #isFlat: boolean
  progress = 0

  constructor(path: string, nextLevel: boolean) {
    this.#levels = [{ path, nextLevel, weight: 1 }]
    this.#isFlat = nextLevel
  }

  result(): { names: ParameterInfo[]; failed: ParameterFailure[] } {
    return { names: [...this.#found.values()], failed: [...this.#failed] }
  }

  /** The session broke over the first level: ask for less. */
  lost(): void {
    const [level] = this.#levels
    if (level) level.nextLevel = true
  }

  *walk(onProgress: () => void): Generator<AcsRequest, void, Answer> {
    for (let level = this.#levels[0]; level; level = this.#levels[0]) {
      onProgress()
      const { path, nextLevel } = level
      const answer = yield { name: 'GetParameterNames', path, nextLevel }
      if (answer.kind === 'response' && answer.response.name === 'GetParameterNamesResponse') {
        this.#take(level, answer.response.parameters)
      } else if (!nextLevel) level.nextLevel = true
      else {
        const { code, message } = answer.kind === 'fault' ? answer.fault : { code: 0, message: '' }
        this.#failed.push({ name: path, code, message })
        this.#settle(level)
      }
    }
  }

  #take(level: Level, parameters: ParameterInfo[]): void {
    for (const info of parameters) if (info.name.startsWith(level.path)) this.#found.set(info.name, info)
    this.#settle(level)
    if (!level.nextLevel || this.#isFlat) return
    const objects = parameters.filter(({ name }) => name.endsWith('.') && name !== level.path)
    if (objects.length === 0) return
    this.progress -= level.weight
    const weight = level.weight / objects.length
    this.#levels.unshift(...objects.map(({ name }) => ({ path: name, nextLevel: false, weight })))
  }

  #settle(level: Level): void {
    this.#levels.shift()
    this.progress = Math.min(1, this.progress + level.weight)
  }
}
