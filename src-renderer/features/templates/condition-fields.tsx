import { MultiSelect, TagsInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DataModel } from '#shared/model/device.ts'
import type { DeviceCondition } from '#shared/model/template.ts'
import { isMeant } from '#shared/templates/conditions.ts'
import { useApp } from '../../stores/app-store.ts'
import classes from './templates.module.css'

const patternFields = [
  'modelName',
  'manufacturer',
  'productClass',
  'oui',
  'hardwareVersion',
  'softwareVersion',
] as const
const versionFields = ['softwareFrom', 'softwareBelow'] as const

interface ConditionFieldsProps {
  condition: DeviceCondition
  onChange: (condition: DeviceCondition) => void
}

/** Which boxes are meant, with what the known boxes have to choose from, and how many of them that is. */
export function ConditionFields({ condition, onChange }: ConditionFieldsProps) {
  const { t } = useTranslation()
  const devices = useApp((app) => app.devices)
  const known = Object.values(devices)
  const meant = known.filter((device) => isMeant(condition, device))
  const set = <K extends keyof DeviceCondition>(field: K, value: DeviceCondition[K] | undefined) => {
    const { [field]: _old, ...rest } = condition
    onChange(value === undefined || value.length === 0 ? rest : { ...rest, [field]: value })
  }
  return (
    <>
      <div className={classes.fields}>
        <MultiSelect
          label={t('templates.condition.dataModel')}
          placeholder={condition.dataModel ? '' : t('templates.condition.every')}
          data={DataModel.options.map((value) => ({ value, label: t(`states.dataModel.${value}`) }))}
          value={condition.dataModel ?? []}
          onChange={(value) => set('dataModel', value as DataModel[])}
        />
        {patternFields.map((field) => (
          <TagsInput
            key={field}
            label={t(`templates.condition.${field}`)}
            placeholder={condition[field] ? '' : t('templates.condition.every')}
            data={[...new Set(known.map((device) => device[field]).filter((value) => value !== ''))]}
            value={condition[field] ?? []}
            acceptValueOnBlur
            onChange={(value) => set(field, value)}
          />
        ))}
        {versionFields.map((field) => (
          <TextInput
            key={field}
            label={t(`templates.condition.${field}`)}
            classNames={{ input: 'mono' }}
            value={condition[field] ?? ''}
            onChange={(event) => set(field, event.currentTarget.value)}
          />
        ))}
      </div>
      <p className={classes.soft} role="status">
        {t('templates.condition.meant', { count: meant.length, all: known.length })}
      </p>
    </>
  )
}
