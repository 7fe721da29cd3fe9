import { ActionIcon, Checkbox, NumberInput, Select, TagsInput, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TemplateVariable } from '#shared/model/template.ts'
import { FormProblemList } from './form-problem-list.tsx'
import { LabelField } from './label-field.tsx'
import type { FormProblem } from './template-form.ts'
import classes from './templates.module.css'

const types = ['string', 'unsignedInt', 'int', 'boolean', 'ip', 'mac', 'url'] as const
const limits = ['min', 'max', 'maxLength'] as const

interface VariableRowProps {
  variable: TemplateVariable
  problems: readonly FormProblem[]
  onChange: (variable: TemplateVariable) => void
  onRemove: () => void
}

/** One variable: how it is called, what may stand in it. */
export function VariableRow({ variable, problems, onChange, onRemove }: VariableRowProps) {
  const { t } = useTranslation()
  const set = <K extends keyof TemplateVariable>(field: K, value: TemplateVariable[K] | undefined) => {
    const { [field]: _old, ...rest } = variable
    onChange((value === undefined ? rest : { ...rest, [field]: value }) as TemplateVariable)
  }
  const isNumber = variable.type === 'int' || variable.type === 'unsignedInt'
  return (
    <div className={classes.editRow}>
      <div className={classes.editMain}>
        <TextInput
          label={t('templates.variable.name')}
          classNames={{ input: 'mono' }}
          value={variable.name}
          spellCheck={false}
          error={problems.some(({ level }) => level === 'error')}
          onChange={(event) => set('name', event.currentTarget.value)}
        />
        <LabelField
          label={t('templates.variable.label')}
          value={variable.label}
          onChange={(value) => set('label', value)}
        />
        <Select
          label={t('templates.variable.type')}
          data={types.map((value) => ({ value, label: t(`templates.variable.types.${value}`) }))}
          value={variable.type}
          allowDeselect={false}
          onChange={(value) => value && set('type', value as TemplateVariable['type'])}
        />
        <TextInput
          label={t('templates.variable.default')}
          classNames={{ input: 'mono' }}
          type={variable.secret ? 'password' : 'text'}
          value={variable.default}
          onChange={(event) => set('default', event.currentTarget.value)}
        />
        <ActionIcon
          size="lg"
          className={classes.removeRow}
          aria-label={t('templates.variable.remove', { name: variable.name })}
          onClick={onRemove}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </div>
      <div className={classes.checks}>
        <Checkbox
          label={t('templates.variable.required')}
          checked={variable.required}
          onChange={(event) => set('required', event.currentTarget.checked)}
        />
        <Checkbox
          label={t('templates.variable.secret')}
          checked={variable.secret}
          onChange={(event) => set('secret', event.currentTarget.checked)}
        />
      </div>
      <FormProblemList problems={problems} />
      <details className={classes.more}>
        <summary>{t('templates.variable.more')}</summary>
        <div className={classes.fields}>
          <LabelField
            label={t('templates.variable.help')}
            value={variable.help ?? ''}
            onChange={(value) => set('help', value === '' ? undefined : value)}
          />
          <TagsInput
            label={t('templates.variable.choices')}
            description={t('templates.variable.choicesHint')}
            value={(variable.choices ?? []).map(({ value }) => value)}
            acceptValueOnBlur
            onChange={(values) => {
              const old = new Map((variable.choices ?? []).map((choice) => [choice.value, choice]))
              set('choices', values.length === 0 ? undefined : values.map((value) => old.get(value) ?? { value }))
            }}
          />
          <TextInput
            label={t('templates.variable.pattern')}
            classNames={{ input: 'mono' }}
            value={variable.pattern ?? ''}
            onChange={(event) => set('pattern', event.currentTarget.value || undefined)}
          />
          {limits
            .filter((field) => (field === 'maxLength') !== isNumber)
            .map((field) => (
              <NumberInput
                key={field}
                label={t(`templates.variable.${field}`)}
                value={variable[field] ?? ''}
                allowDecimal={false}
                onChange={(value) => set(field, typeof value === 'number' ? value : undefined)}
              />
            ))}
        </div>
      </details>
    </div>
  )
}
