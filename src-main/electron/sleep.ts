import { powerMonitor } from 'electron'
import type { App } from '../compose.ts'

/** Tells the core when the laptop goes to sleep and wakes. */
export function followSleep(core: Pick<App, 'suspended' | 'resumed'>): void {
  powerMonitor.on('suspend', () => core.suspended())
  powerMonitor.on('resume', () => core.resumed())
}
