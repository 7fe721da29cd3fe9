import { useTranslation } from 'react-i18next'
import { en } from '#shared/i18n/en/index.ts'

type MetricName = keyof typeof en.diagnose.metrics

function isKnown(name: string): name is MetricName {
  return Object.hasOwn(en.diagnose.metrics, name)
}

/** The word for a figure of a test; one that has none is called by its own name. */
export function useMetricName(): (name: string) => string {
  const { t } = useTranslation()
  return (name) => (isKnown(name) ? t(`diagnose.metrics.${name}`) : name)
}
