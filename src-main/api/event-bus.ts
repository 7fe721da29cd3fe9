import type { EventData, EventMessage, EventName } from '#shared/contract.ts'

export type EventListener = (message: EventMessage) => void

/** Where everything that changes is told, in one order: the sequence number rises by one with each event. */
export class EventBus {
  readonly #listeners = new Set<EventListener>()
  #seq = 0

  get seq(): number {
    return this.#seq
  }

  emit<E extends EventName>(name: E, data: EventData<E>): void {
    this.#seq += 1
    const message = { seq: this.#seq, name, data } as EventMessage
    for (const listener of this.#listeners) listener(message)
  }

  /** Returns the unsubscribe function. */
  on(listener: EventListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
