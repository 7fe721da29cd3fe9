import { NumberInput, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { InstanceChoice } from '#shared/model/template.ts'
import classes from './templates.module.css'

const kinds = ['first', 'all', 'number', 'is', 'contains'] as const
type Kind = (typeof kinds)[number]

const starts: Record<Kind, InstanceChoice> = {
  first: 'first',
  all: 'all',
  number: 1,
  is: { where: 'Name', is: '' },
  contains: { where: 'Name', contains: '' },
}

interface InstanceFieldsProps {
  instance: InstanceChoice
  onChange: (instance: InstanceChoice) => void
}

/** Which instance a value is for, where the path leaves it open. */
export function InstanceFields({ instance, onChange }: InstanceFieldsProps) {
  const { t } = useTranslation()
  const kind = kindOf(instance)
  return (
    <div className={classes.instance}>
      <Select
        aria-label={t('templates.instance.label')}
        data={kinds.map((value) => ({ value, label: t(`templates.instance.${value}`) }))}
        value={kind}
        allowDeselect={false}
        onChange={(next) => next && onChange(starts[next as Kind])}
      />
      {typeof instance === 'number' && (
        <NumberInput
          aria-label={t('templates.instance.position')}
          w={80}
          min={1}
          max={1000}
          value={instance}
          allowDecimal={false}
          onChange={(value) => typeof value === 'number' && value >= 1 && onChange(value)}
        />
      )}
      {typeof instance === 'object' && (
        <>
          <TextInput
            aria-label={t('templates.instance.where')}
            title={t('templates.instance.where')}
            classNames={{ input: 'mono' }}
            value={instance.where}
            onChange={(event) => onChange({ ...instance, where: event.currentTarget.value })}
          />
          <TextInput
            aria-label={t('templates.instance.text')}
            title={t('templates.instance.text')}
            classNames={{ input: 'mono' }}
            value={instance.is ?? instance.contains ?? ''}
            onChange={(event) => {
              const text = event.currentTarget.value
              const { where } = instance
              onChange(kind === 'is' ? { where, is: text } : { where, contains: text })
            }}
          />
        </>
      )}
    </div>
  )
}

function kindOf(instance: InstanceChoice): Kind {
  if (typeof instance === 'number') return 'number'
  if (typeof instance === 'string') return instance
  return instance.is === undefined ? 'contains' : 'is'
}
