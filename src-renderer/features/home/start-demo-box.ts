import type { VirtualKind } from '#shared/contract.ts'
import { call } from '../../api.ts'
import { currentApp } from '../../stores/app-store.ts'
import { chooseAdapter } from '../../stores/settings-actions.ts'

/** Starts a demo box. Where no adapter was chosen yet the loopback one is: demo boxes live on this laptop. */
export async function startDemoBox(kind: VirtualKind): Promise<void> {
  const app = currentApp()
  const loopback = app?.adapters.find(({ internal, family }) => internal && family === 'IPv4')
  if (app?.settings.adapter.name === '' && loopback) await chooseAdapter(loopback)
  await call('virtual.start', { kind })
}
