import { PasswordInput, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TemplateVariable } from '#shared/model/template.ts'
import { validateValue } from '#shared/parameters/validate.ts'
import { ruleOfVariable } from '#shared/templates/variables.ts'
import { useWords } from '../../i18n/words.ts'
import { limitsText } from '../explorer/rule-for.ts'
import { useLabel } from './use-templates.ts'

interface VariableFieldProps {
  variable: TemplateVariable
  value: string
  onChange: (value: string) => void
  /** In a table: the name is in the head of the column, the box in `rowName`. */
  rowName?: string
}

/** The field for a variable: a choice, a covered secret, or text; what is wrong is said at once. */
export function VariableField({ variable, value, onChange, rowName }: VariableFieldProps) {
  const { t } = useTranslation()
  const label = useLabel()
  const words = useWords()
  const rule = ruleOfVariable(variable)
  const checked = value === '' ? null : validateValue(rule, value)
  const name = label(variable.label) || variable.name
  // How long a text may be is only said when it is too long.
  const limits = limitsText(rule)
  const range = limits?.kind === 'range' ? limits.text : ''
  const shared = {
    ...(rowName === undefined
      ? {
          label: name,
          description: [variable.help === undefined ? '' : label(variable.help), range].filter(Boolean).join(' '),
          inputWrapperOrder: ['label', 'input', 'description', 'error'] as (
            | 'label'
            | 'input'
            | 'description'
            | 'error'
          )[],
        }
      : { 'aria-label': `${name}: ${rowName}` }),
    withAsterisk: variable.required,
    error: checked && !checked.ok ? words.validation(checked.code, checked.params) : null,
  }
  const usual = variable.default === '' ? '' : t('templates.field.default', { value: variable.default })
  if (variable.choices || variable.type === 'boolean') {
    const choices = variable.choices?.map((one) => ({ value: one.value, label: label(one.label ?? one.value) })) ?? [
      { value: 'true', label: t('templates.field.on') },
      { value: 'false', label: t('templates.field.off') },
    ]
    return (
      <Select
        {...shared}
        data={choices}
        placeholder={choices.find((one) => one.value === variable.default)?.label ?? t('templates.field.choose')}
        value={value === '' ? null : value}
        clearable={value !== ''}
        onChange={(next) => onChange(next ?? '')}
      />
    )
  }
  if (variable.secret) {
    return (
      <PasswordInput
        {...shared}
        value={value}
        placeholder={variable.default === '' ? '' : t('templates.field.defaultSecret')}
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': t('common.reveal') }}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  }
  return (
    <TextInput
      {...shared}
      value={value}
      placeholder={usual}
      spellCheck={false}
      autoComplete="off"
      classNames={{ input: 'mono' }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
