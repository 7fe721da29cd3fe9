import type { Adapter } from '#shared/model/network.ts'
import type { SettingsPatch } from '#shared/model/settings.ts'
import type { ServedProtocol } from '#shared/model/transfer.ts'
import { call } from '../api.ts'
import { currentApp } from './app-store.ts'

/** Changes settings; the core tells the change to everybody. Throws ApiError. */
export async function changeSettings(patch: SettingsPatch): Promise<void> {
  await call('settings.set', patch)
}

/** The setting that switches the server of a protocol; HTTP is always on. */
export const serverSettingOf = { https: 'filesTls', ftp: 'ftp', tftp: 'tftp' } as const satisfies Record<
  Exclude<ServedProtocol, 'http'>,
  keyof SettingsPatch
>

/** Switches the file server of a protocol on. Throws ApiError. */
export async function switchServerOn(protocol: string): Promise<void> {
  const known = Object.entries(serverSettingOf).find(([name]) => name === protocol.toLowerCase())
  if (known) await changeSettings({ [known[1]]: { enabled: true } })
}

/** Listens on another adapter from now on. */
export function chooseAdapter({ name, address }: Pick<Adapter, 'name' | 'address'>): Promise<void> {
  return changeSettings({ adapter: { name, address } })
}

/** The address that is listened on, as the listeners say it. */
export function listeningAddress(): string {
  return currentApp()?.listeners[0]?.address ?? ''
}
