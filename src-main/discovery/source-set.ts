import { toErrorData } from '#shared/errors.ts'
import type { SourceState, SwitchableSource } from '#shared/model/discovery.ts'
import type { RunningSource, SourceContext, StartSource } from './source.ts'

/** The sources that look at a wire; heartbeats come by the STUN server and have none here. */
export type SourceTable = Record<Exclude<SwitchableSource, 'stun'>, StartSource>

type Name = keyof SourceTable

/** Starts and stops sources on one adapter; one that fails does not keep the others from running. */
export class SourceSet {
  readonly #table: SourceTable
  readonly #running = new Map<Name, RunningSource>()
  readonly #failed = new Map<Name, unknown>()

  constructor(table: SourceTable) {
    this.#table = table
  }

  /** Starts what is wanted and not running. */
  async start(context: SourceContext, isWanted: (name: Name) => boolean): Promise<void> {
    for (const [name, start] of Object.entries(this.#table) as [Name, StartSource][]) {
      if (!isWanted(name) || this.#running.has(name)) continue
      try {
        this.#running.set(name, await start(context))
        this.#failed.delete(name)
      } catch (error) {
        this.#failed.set(name, error)
        context.log.warn('a discovery source cannot run', { source: name, error: String(error) })
      }
    }
  }

  async stop(isUnwanted: (name: Name) => boolean = () => true): Promise<void> {
    for (const [name, source] of [...this.#running]) {
      if (!isUnwanted(name)) continue
      this.#running.delete(name)
      await source.stop().catch(() => {})
    }
    for (const name of [...this.#failed.keys()]) if (isUnwanted(name)) this.#failed.delete(name)
  }

  /** Asks the wire by the named sources that run, one after the other. */
  async probe(isWanted: (name: Name) => boolean): Promise<void> {
    for (const [name, source] of [...this.#running]) if (isWanted(name)) await source.probe()
  }

  states(isWanted: (name: Name) => boolean, isIdle: boolean): SourceState[] {
    return (Object.keys(this.#table) as Name[]).map((source): SourceState => {
      if (!isWanted(source)) return { source, state: 'off', error: null }
      if (isIdle) return { source, state: 'idle', error: null }
      const error = this.#failed.get(source)
      return error === undefined
        ? { source, state: 'running', error: null }
        : { source, state: 'failed', error: toErrorData(error) }
    })
  }
}
