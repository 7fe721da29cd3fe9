import { AppError, toErrorData } from '#shared/errors.ts'
import type { Listener, ListenerName } from '#shared/model/network.ts'
import type { Log } from '../log/log.ts'

/** One server of the app: opens its port and says which it got. */
export interface PortService {
  name: ListenerName
  protocol: Listener['protocol']
  /** Whether another port will do when the wanted one is taken: links and settings carry the port anyway. */
  mayMove: boolean
  /** What it is started with beside address and port, as a text to compare. */
  options?: () => string
  start(address: string, port: number): Promise<number>
  stop(): Promise<void>
}

export interface ListenersDeps {
  services: PortService[]
  onChange: (listeners: Listener[]) => void
  log: Log
}

/** Where a server shall listen; null: it is switched off. */
type Wanted = { address: string; port: number } | null

/** All servers of the app, bound to one address; a port that cannot be opened is a state with a remedy, not a crash. */
export class Listeners {
  readonly #deps: ListenersDeps
  readonly #asked = new Map<ListenerName, { port: number; options: string | undefined }>()
  #states: Listener[]
  #queue: Promise<unknown> = Promise.resolve()

  constructor(deps: ListenersDeps) {
    this.#deps = deps
    this.#states = deps.services.map(({ name, protocol }) => ({
      name,
      protocol,
      address: '',
      port: 0,
      state: 'stopped',
      error: null,
    }))
  }

  list(): Listener[] {
    return this.#states
  }

  get(name: ListenerName): Listener {
    const state = this.#states.find((one) => one.name === name)
    if (!state) throw new AppError('NOT_FOUND', { id: name })
    return state
  }

  /** Where a server listens; null while it does not. */
  listening(name: ListenerName): { address: string; port: number } | null {
    const { state, address, port } = this.get(name)
    return state === 'listening' ? { address, port } : null
  }

  /**
   * Binds every server whose address or port is another one now, or that does not listen: a transfer under way is not cut
   * off by the adapter that comes beside it. `anew` binds them all. Calls queue up, the last one wins.
   */
  bind(
    address: string,
    ports: Record<ListenerName, number | null>,
    { anew = false }: { anew?: boolean } = {},
  ): Promise<Listener[]> {
    const run = this.#queue.then(async () => {
      for (const service of this.#deps.services) {
        const port = ports[service.name]
        await this.#bring(service, port === null ? null : { address, port }, anew)
      }
      return this.#states
    })
    this.#queue = run.catch(() => {})
    return run
  }

  async stop(): Promise<void> {
    await this.#queue
    for (const service of this.#deps.services) {
      await service.stop()
      this.#asked.delete(service.name)
      this.#set(service.name, { state: 'stopped', error: null })
    }
  }

  async #bring(service: PortService, wanted: Wanted, anew: boolean): Promise<void> {
    if (!wanted) return await this.#switchOff(service)
    if (!anew && this.#isThere(service, wanted)) return
    this.#asked.set(service.name, { port: wanted.port, options: service.options?.() })
    await this.#start(service, wanted.address, wanted.port)
  }

  /** Whether a server listens where it shall: on the port asked for now, or the one it was given for the same wish. */
  #isThere(service: PortService, { address, port }: { address: string; port: number }): boolean {
    const now = this.get(service.name)
    const asked = this.#asked.get(service.name)
    return (
      now.state === 'listening' &&
      now.address === address &&
      (now.port === port || asked?.port === port) &&
      asked?.options === service.options?.()
    )
  }

  async #switchOff(service: PortService): Promise<void> {
    if (this.get(service.name).state === 'off') return
    await service.stop()
    this.#asked.delete(service.name)
    this.#set(service.name, { address: '', port: 0, state: 'off', error: null })
  }

  async #start(service: PortService, address: string, port: number): Promise<void> {
    await service.stop()
    this.#set(service.name, { address, port, state: 'starting', error: null })
    try {
      const opened = await this.#open(service, address, port)
      this.#set(service.name, { port: opened, state: 'listening' })
    } catch (error) {
      this.#deps.log.warn(`${service.name} cannot listen`, { address, port, error: String(error) })
      this.#set(service.name, { state: 'failed', error: toErrorData(error) })
    }
  }

  async #open(service: PortService, address: string, port: number): Promise<number> {
    try {
      return await service.start(address, port)
    } catch (error) {
      const isTaken = error instanceof AppError && (error.code === 'PORT_IN_USE' || error.code === 'PORT_FORBIDDEN')
      if (!isTaken || !service.mayMove || port === 0) throw error
      return await service.start(address, 0)
    }
  }

  #set(name: ListenerName, patch: Partial<Listener>): void {
    this.#states = this.#states.map((state) => (state.name === name ? { ...state, ...patch } : state))
    this.#deps.onChange(this.#states)
  }
}
