import { create } from 'zustand'
import type { EventMessage } from '#shared/contract.ts'
import type { OpenLog } from '#shared/model/log-view.ts'

interface LogStore {
  /** The logs that are open, side by side in this order. */
  open: readonly OpenLog[]
  /** Rises with each bundle of live messages. */
  liveRevision: number
}

export const useLogStore = create<LogStore>()(() => ({ open: [], liveRevision: 0 }))

export function addLog(log: OpenLog): void {
  useLogStore.setState(({ open }) => ({ open: [...open.filter(({ id }) => id !== log.id), log] }))
}

export function removeLog(id: string): void {
  useLogStore.setState(({ open }) => ({ open: open.filter((log) => log.id !== id) }))
}

/** Takes up the events about logs. */
export function takeLogEvents(messages: readonly EventMessage[]): void {
  for (const message of messages) {
    if (message.name === 'log.changed')
      useLogStore.setState(({ open }) => ({
        open: open.map((log) => (log.id === message.data.id ? message.data : log)),
      }))
    else if (message.name === 'log.live')
      useLogStore.setState(({ liveRevision }) => ({ liveRevision: liveRevision + 1 }))
  }
}
