import { useTranslation } from 'react-i18next'
import type { DeviceCondition } from '#shared/model/template.ts'

const patternFields = [
  'manufacturer',
  'oui',
  'productClass',
  'modelName',
  'hardwareVersion',
  'softwareVersion',
] as const

/** A condition in one line: for which boxes. */
export function useConditionWords(): (condition: DeviceCondition) => string {
  const { t } = useTranslation()
  return (condition) => {
    const parts = [
      ...patternFields.flatMap((field) => {
        const patterns = condition[field]
        return patterns ? [`${t(`templates.condition.${field}`)} ${patterns.join(' / ')}`] : []
      }),
      ...(condition.dataModel ? [condition.dataModel.map((model) => t(`states.dataModel.${model}`)).join(' / ')] : []),
      ...(condition.softwareFrom === undefined
        ? []
        : [t('templates.condition.from', { version: condition.softwareFrom })]),
      ...(condition.softwareBelow === undefined
        ? []
        : [t('templates.condition.below', { version: condition.softwareBelow })]),
    ]
    return parts.length === 0 ? t('templates.condition.any') : parts.join(' · ')
  }
}
