import { fetchText } from '../../net/fetch-text.ts'
import { normaliseAddress } from '../../net/subnet.ts'
import type { SourceContext } from '../source.ts'
import { type Description, parseDescription } from './description.ts'
import type { SsdpNotice } from './ssdp-message.ts'

const timeoutMs = 4_000
const maxBytes = 256 * 1024
const atOnce = 3
const maxKept = 500
const readAgainAfterMs = 600_000

interface Task {
  address: string
  location: string
  done: (description: Description) => void
}

/**
 * Reads device descriptions, each once in ten minutes: the many notices of one device share a LOCATION. Only from the
 * host that sent the notice: a LOCATION elsewhere is a lure.
 */
export class DescriptionReader {
  readonly #context: SourceContext
  readonly #readAt = new Map<string, number>()
  readonly #waiting: Task[] = []
  readonly #stop = new AbortController()
  #running = 0

  constructor(context: SourceContext) {
    this.#context = context
  }

  /** Reads the description that a notice points to, unless that was done lately. */
  read(address: string, { location }: SsdpNotice, done: Task['done']): void {
    const url = URL.parse(location)
    const isOwn = url?.protocol === 'http:' && normaliseAddress(url.hostname) === normaliseAddress(address)
    const last = this.#readAt.get(location) ?? Number.NEGATIVE_INFINITY
    if (!isOwn || Date.now() - last < readAgainAfterMs || this.#waiting.length >= maxKept) return
    this.#readAt.delete(location)
    this.#readAt.set(location, Date.now())
    const [oldest] = this.#readAt.keys()
    if (oldest !== undefined && this.#readAt.size > maxKept) this.#readAt.delete(oldest)
    this.#waiting.push({ address, location, done })
    this.#next()
  }

  stop(): void {
    this.#waiting.length = 0
    this.#stop.abort()
  }

  #next(): void {
    if (this.#running >= atOnce || this.#stop.signal.aborted) return
    const task = this.#waiting.shift()
    if (!task) return
    this.#running += 1
    void this.#fetch(task).finally(() => {
      this.#running -= 1
      this.#next()
    })
  }

  async #fetch({ address, location, done }: Task): Promise<void> {
    const { scope, log } = this.#context
    try {
      const { signal } = this.#stop
      const options = { url: location, localAddress: scope.address, timeoutMs, maxBytes, signal }
      const { status, text } = await fetchText(options)
      const description = status === 200 ? parseDescription(text, location) : null
      if (description && !signal.aborted) done(description)
      if (!description) log.debug('a device description could not be used', { address, location, status })
    } catch (error) {
      this.#readAt.delete(location)
      log.debug('a device description could not be read', { address, location, error: String(error) })
    }
  }
}
