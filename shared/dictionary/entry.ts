/** How a value is to be read; seconds are shown as a duration as well. */
export type Unit = 's' | 'ms' | 'KiB' | 'kB' | 'B' | 'Mbit/s' | 'bit/s' | '%' | 'dBm'

/** What a parameter or object (path with a final dot) is called. */
export interface DictionaryEntry {
  en: string
  zh: string
  unit?: Unit
}

/** One line of a table: generic path (`{i}` for instances), English, Chinese, unit. */
export type Row = readonly [path: string, en: string, zh: string, unit?: Unit]
