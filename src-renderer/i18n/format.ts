import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

const units: [limit: number, seconds: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [60, 1, 'second'],
  [3600, 60, 'minute'],
  [86_400, 3600, 'hour'],
  [Number.POSITIVE_INFINITY, 86_400, 'day'],
]

/** Times, sizes and durations in the chosen language; ISO 8601 in, the technician's own time zone out. */
export function useFormat() {
  const { i18n } = useTranslation()
  const locale = i18n.language === 'zh-CN' ? 'zh-CN' : 'en-GB'
  return useMemo(() => createFormat(locale), [locale])
}

export type Format = ReturnType<typeof createFormat>

/** The functions behind `useFormat`, for a BCP 47 locale. */
export function createFormat(locale: string) {
  const relative = new Intl.RelativeTimeFormat(locale, { style: 'narrow', numeric: 'always' })
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' })
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' })
  const list = new Intl.ListFormat(locale, { type: 'conjunction', style: 'short' })
  const number = new Intl.NumberFormat(locale)
  const unit = (name: string, digits = 0) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'narrow', maximumFractionDigits: digits })
  const inUnit = {
    millisecond: unit('millisecond'),
    second: unit('second', 1),
    minute: unit('minute'),
    hour: unit('hour'),
    day: unit('day'),
  }
  const sizes = ['B', 'kB', 'MB', 'GB']

  /** "93,784 s" becomes "1d 2h": the two largest units that say something. */
  function duration(ms: number): string {
    if (ms < 1000) return inUnit.millisecond.format(Math.round(ms))
    if (ms < 60_000) return inUnit.second.format(ms / 1000)
    const seconds = Math.floor(ms / 1000)
    const parts = [
      { value: Math.floor(seconds / 86_400), format: inUnit.day },
      { value: Math.floor((seconds % 86_400) / 3600), format: inUnit.hour },
      { value: Math.floor((seconds % 3600) / 60), format: inUnit.minute },
      { value: seconds % 60, format: inUnit.second },
    ]
    const first = parts.findIndex(({ value }) => value > 0)
    return parts
      .slice(first, first + 2)
      .filter(({ value }) => value > 0)
      .map(({ value, format }) => format.format(value))
      .join(' ')
  }

  return {
    number: (value: number) => number.format(value),
    dateTime: (iso: string) => dateTime.format(new Date(iso)),
    time: (iso: string) => time.format(new Date(iso)),
    /** Time of day with milliseconds, always 24 hours: the trace is read by comparing columns. */
    preciseTime(iso: string): string {
      const date = new Date(iso)
      const two = (value: number) => String(value).padStart(2, '0')
      const milliseconds = String(date.getMilliseconds()).padStart(3, '0')
      return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${milliseconds}`
    },
    /** "12s ago", counted from `now`. */
    ago(iso: string, now: number): string {
      const seconds = Math.max(0, Math.round((now - Date.parse(iso)) / 1000))
      const [, size, name] = units.find(([limit]) => seconds < limit) ?? [0, 86_400, 'day' as const]
      return relative.format(-Math.floor(seconds / size), name)
    },
    duration,
    list: (words: string[]) => list.format(words),
    bytes(value: number): string {
      const step = value < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(value) / 3))
      const digits = step === 0 ? 0 : 1
      return `${(value / 1000 ** step).toFixed(digits)} ${sizes[step]}`
    },
  }
}
