import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { en } from '#shared/i18n/en/index.ts'
import { dictionaries, resolveLanguage } from '#shared/i18n/index.ts'
import { pseudoTexts } from './pseudo.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof en }
  }
}

/** A made-up language for checking layouts: `?lang=pseudo`. */
const pseudo = 'pseudo'

/** Loads the dictionaries; both are in the bundle, so texts are there at once. */
export function startI18n(language: string): void {
  void i18next.use(initReactI18next).init({
    lng: resolve(language),
    fallbackLng: 'en',
    resources: {
      en: { translation: dictionaries.en },
      'zh-CN': { translation: dictionaries['zh-CN'] },
      [pseudo]: { translation: pseudoTexts(dictionaries.en) },
    },
    interpolation: { escapeValue: false },
    // An error may come without one of its parameters: a dash reads better than a hole.
    missingInterpolationHandler: () => '–',
    returnNull: false,
  })
  showLanguage()
}

/** Switches at once, without a restart. */
export function changeLanguage(language: string): void {
  void i18next.changeLanguage(resolve(language)).then(showLanguage)
}

function resolve(language: string): string {
  return language === pseudo ? pseudo : resolveLanguage(language)
}

/** The page's `lang` picks the right Chinese glyphs and the voice of a screen reader. */
function showLanguage(): void {
  document.documentElement.lang = i18next.language === pseudo ? 'en' : i18next.language
}
