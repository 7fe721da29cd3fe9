import { useTranslation } from 'react-i18next'
import { type Alarm, problemOf } from '#shared/model/alarm.ts'
import { useMetricWords } from '../monitor/use-metric-words.ts'

/** What an alarm is about: the words of the box, or the name of the figure that went beyond its limit. */
export function useAlarmWords(): (alarm: Alarm) => string {
  const metricWords = useMetricWords()
  const { t } = useTranslation()
  return (alarm) =>
    alarm.source === 'monitor'
      ? t('monitor.chart', { name: metricWords(alarm.parameter), value: alarm.text })
      : problemOf(alarm)
}
