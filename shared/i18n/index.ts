import { en } from './en/index.ts'
import { zhCN } from './zh-CN/index.ts'

export type Language = 'en' | 'zh-CN'
export const languages: readonly Language[] = ['zh-CN', 'en']

/** Each language in its own words, so that its reader finds it whatever the screen shows. */
export const languageNames: Record<Language, string> = { 'zh-CN': '中文', en: 'English' }

/**
 * What every dictionary holds: the keys of the English one. Languages without a singular form leave out the `_one` texts
 * (i18next plural suffixes).
 */
export type Texts<T = typeof en> = {
  [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string ? string : Texts<T[K]>
}

export const dictionaries: Record<Language, Texts> = { en, 'zh-CN': zhCN }

/** The dictionary for a language tag of the system: any Chinese is zh-CN, all else English. */
export function resolveLanguage(tag: string): Language {
  return tag.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}
