import { AppError, toErrorData } from '#shared/errors.ts'
import type { Listener, ListenerName } from '#shared/model/network.ts'
import type { Log } from '../log/log.ts'

/** One server of the app: opens its port and says which it got. */
export interface PortService {
  name: ListenerName
  protocol: Listener['protocol']
  /** Whether another port will do when the wanted one is taken: links and settings carry the port anyway. */
  mayMove: boolean
  start(address: string, port: number): Promise<number>
  stop(): Promise<void>
}

export interface ListenersDeps {
  services: PortService[]
  onChange: (listeners: Listener[]) => void
  log: Log
}

/** All servers of the app, bound to one address; a port that cannot be opened is a state with a remedy, not a crash. */
export class Listeners {
  readonly #deps: ListenersDeps
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

  /** Binds every server anew, but those that are switched off (null); calls queue up, the last one wins. */
  bind(address: string, ports: Record<ListenerName, number | null>): Promise<Listener[]> {
    const run = this.#queue.then(async () => {
      for (const service of this.#deps.services) {
        const port = ports[service.name]
        if (port === null) await this.#switchOff(service)
        else await this.#start(service, address, port)
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
      this.#set(service.name, { state: 'stopped', error: null })
    }
  }

  async #switchOff(service: PortService): Promise<void> {
    await service.stop()
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
