import type { Neighbour } from '#shared/model/discovery.ts'
import type { RadarEntry } from '#shared/model/self-check.ts'
import type { Contact } from '../cwmp/contact.ts'
import { ContactLog } from './contact-log.ts'

export interface RadarDeps {
  neighbours: () => readonly Neighbour[]
  onChange: (entries: RadarEntry[]) => void
}

const tellEveryMs = 500

/** How far every address on the wire got, told as it changes. */
export class Radar {
  readonly #deps: RadarDeps
  readonly #log = new ContactLog(() => this.tellSoon())
  #timer: NodeJS.Timeout | null = null

  constructor(deps: RadarDeps) {
    this.#deps = deps
  }

  note(address: string, contact: Contact): void {
    this.#log.note(address, contact)
  }

  list(): RadarEntry[] {
    const present = this.#deps
      .neighbours()
      .flatMap(({ addresses: [address], key, deviceId, lastSeenAt }) =>
        address === undefined ? [] : [{ address, key, deviceId, seenAt: lastSeenAt }],
      )
    return this.#log.list(present)
  }

  /** Tells the list before long; several calls are told once. */
  tellSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      this.#deps.onChange(this.list())
    }, tellEveryMs).unref()
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }
}
