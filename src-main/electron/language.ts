import { type Language, resolveLanguage } from '#shared/i18n/index.ts'
import type { Settings } from '#shared/model/settings.ts'
import type { App } from '../compose.ts'

/** The language of dialogs and notifications, as the settings have it now; `systemTag` is what the system would say. */
export async function followLanguage(app: Pick<App, 'invoke' | 'onEvent'>, systemTag: string): Promise<() => Language> {
  let { language } = (await app.invoke('settings.get', {})) as Settings
  app.onEvent((message) => {
    if (message.name === 'settings.changed') language = message.data.language
  })
  return () => (language === 'system' ? resolveLanguage(systemTag) : language)
}
