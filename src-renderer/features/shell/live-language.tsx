import { useEffect } from 'react'
import { changeLanguage } from '../../i18n/i18n.ts'
import { useAppStore } from '../../stores/app-store.ts'
import { systemLanguage } from '../../system.ts'

/** Keeps the language of the window in step with the settings. */
export function LiveLanguage() {
  const chosen = useAppStore((store) => (store.status === 'ready' ? store.app.settings.language : 'system'))
  useEffect(() => changeLanguage(chosen === 'system' ? systemLanguage() : chosen), [chosen])
  return null
}
