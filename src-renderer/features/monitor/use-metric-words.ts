import { useTranslation } from 'react-i18next'
import { metricOf } from '#shared/monitor-metrics.ts'

/** The name of a line: its metric in words and its instance, or the path of a bare parameter. */
export function useMetricWords(): (name: string) => string {
  const { t } = useTranslation()
  const lookUp = t as unknown as (key: string) => string
  return (name) => {
    const spec = metricOf(name)
    if (!spec) return name
    const [group = '', metric] = spec.metric.split('.')
    const word = lookUp(metric === undefined ? `monitor.metrics.${group}` : `monitor.metrics.${group}.${metric}`)
    const instance = name.slice(spec.metric.length).trim()
    return instance === '' ? word : `${word} ${instance}`
  }
}
