import { nativeTheme } from 'electron'
import type { Settings } from '#shared/model/settings.ts'
import type { App } from '../compose.ts'

/**
 * Keeps the system's own parts (title bar, menus, dialogs) and the page's `prefers-color-scheme` in the theme of the
 * settings; `systemTheme` stands in for what the system would say.
 */
export async function followTheme(
  app: Pick<App, 'invoke' | 'onEvent'>,
  systemTheme: string | undefined,
): Promise<void> {
  const apply = (theme: Settings['theme']) => {
    const fallback = systemTheme === 'light' || systemTheme === 'dark' ? systemTheme : 'system'
    nativeTheme.themeSource = theme === 'system' ? fallback : theme
  }
  app.onEvent((message) => {
    if (message.name === 'settings.changed') apply(message.data.theme)
  })
  const settings = (await app.invoke('settings.get', {})) as Settings
  apply(settings.theme)
}
