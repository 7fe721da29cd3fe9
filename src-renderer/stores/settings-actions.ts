import type { Adapter } from '#shared/model/network.ts'
import type { SettingsPatch } from '#shared/model/settings.ts'
import { call } from '../api.ts'
import { currentApp } from './app-store.ts'

/** Changes settings; the core tells the change to everybody. Throws ApiError. */
export async function changeSettings(patch: SettingsPatch): Promise<void> {
  await call('settings.set', patch)
}

/** Listens on another adapter from now on. */
export function chooseAdapter({ name, address }: Pick<Adapter, 'name' | 'address'>): Promise<void> {
  return changeSettings({ adapter: { name, address } })
}

/** The address that is listened on, as the listeners say it. */
export function listeningAddress(): string {
  return currentApp()?.listeners[0]?.address ?? ''
}
