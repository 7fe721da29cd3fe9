import type { EventMessage } from '#shared/contract.ts'
import { call, toShownError } from '../api.ts'
import { fetchAlarms, takeAlarmEvents } from './alarm-store.ts'
import { applyEvent, stateOf } from './app-state.ts'
import { currentApp, useAppStore } from './app-store.ts'
import { takeDataModelEvents } from './data-model-store.ts'
import { applyFieldEvents, fetchField } from './field-store.ts'
import { takeLogEvents } from './log-store.ts'
import { fetchMonitors, takeMonitorEvents } from './monitor-store.ts'
import { takeProvisionEvents } from './provision-store.ts'
import { takePushEvents } from './push-store.ts'
import { addTraceMessages } from './trace-store.ts'

/** Events are taken up in bundles: a lab of two hundred boxes must not draw the window a thousand times a second. */
const bundleMs = 16

/**
 * Keeps the stores in step with the core: subscribes first, then takes the snapshot, then applies the events that are
 * newer. A gap in their numbers (a window that slept) takes a new snapshot.
 */
export function startSync(): void {
  let waiting: EventMessage[] = []
  let timer: ReturnType<typeof setTimeout> | null = null
  let isFetching = false

  window.fieldacs.subscribe((message) => {
    waiting.push(message)
    timer ??= setTimeout(flush, bundleMs)
  })
  void fetchSnapshot()

  async function fetchSnapshot(): Promise<void> {
    isFetching = true
    try {
      const app = stateOf(await call('app.snapshot', {}))
      useAppStore.setState({ status: 'ready', app }, true)
      void fetchField()
      void fetchAlarms()
      void fetchMonitors()
    } catch (error) {
      useAppStore.setState({ status: 'failed', error: toShownError(error) }, true)
    }
    isFetching = false
    flush()
  }

  function flush(): void {
    if (timer) clearTimeout(timer)
    timer = null
    const before = currentApp()
    if (isFetching || !before) return
    const bundle = waiting.filter(({ seq }) => seq > before.seq)
    waiting = []
    applyFieldEvents(bundle)
    let app = before
    for (const [index, message] of bundle.entries()) {
      if (message.seq !== app.seq + 1) {
        waiting = bundle.slice(index)
        useAppStore.setState({ status: 'ready', app }, true)
        void fetchSnapshot()
        return
      }
      app = applyEvent(app, message)
    }
    if (app !== before) useAppStore.setState({ status: 'ready', app }, true)
    takePushEvents(bundle)
    takeProvisionEvents(bundle)
    takeAlarmEvents(bundle)
    takeMonitorEvents(bundle)
    takeLogEvents(bundle)
    takeDataModelEvents(bundle)
    addTraceMessages(bundle.flatMap((message) => (message.name === 'trace.added' ? [message.data] : [])))
  }
}
