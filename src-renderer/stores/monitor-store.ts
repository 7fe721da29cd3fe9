import { create } from 'zustand'
import type { EventMessage } from '#shared/contract.ts'
import type { ErrorData } from '#shared/errors.ts'
import type { Monitor, MonitorSample } from '#shared/model/monitor.ts'
import { call, toShownError } from '../api.ts'

interface MonitorStore {
  monitors: Readonly<Record<string, Monitor>>
  /** The last sample of each box. */
  samples: Readonly<Record<string, MonitorSample>>
  error: ErrorData | null
}

export const useMonitorStore = create<MonitorStore>()(() => ({ monitors: {}, samples: {}, error: null }))

/** Fetches what is being monitored; to be called when the window opens, and after it has slept. */
export async function fetchMonitors(): Promise<void> {
  try {
    const monitors = await call('monitor.list', {})
    useMonitorStore.setState({ monitors: Object.fromEntries(monitors.map((one) => [one.deviceId, one])), error: null })
  } catch (error) {
    useMonitorStore.setState({ error: toShownError(error) })
  }
}

/** Takes up the events about monitoring. */
export function takeMonitorEvents(messages: readonly EventMessage[]): void {
  for (const message of messages) {
    if (message.name.startsWith('monitor.')) useMonitorStore.setState((store) => changesBy(store, message))
  }
}

function changesBy({ monitors, samples }: MonitorStore, message: EventMessage): Partial<MonitorStore> {
  switch (message.name) {
    case 'monitor.changed':
      return { monitors: { ...monitors, [message.data.deviceId]: message.data } }
    case 'monitor.removed': {
      const { [message.data.deviceId]: _gone, ...rest } = monitors
      return { monitors: rest }
    }
    case 'monitor.sample':
      return { samples: { ...samples, [message.data.deviceId]: message.data } }
    default:
      return {}
  }
}
