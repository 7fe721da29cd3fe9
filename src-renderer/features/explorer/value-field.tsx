import { Button, PasswordInput, Select, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatBoolean, parseBoolean } from '#shared/cwmp/values.ts'
import type { ValueRule } from '#shared/dictionary/entry.ts'
import { resolveLanguage } from '#shared/i18n/index.ts'
import classes from './explorer.module.css'
import { limitsText } from './rule-for.ts'

interface ValueFieldProps {
  rule: ValueRule
  isSecret: boolean
  text: string
  /** The value that the box has, for its form of booleans. */
  like: string
  onChange: (text: string) => void
  problem: string | null
  label?: string
  unit?: string
}

const longText = 60

/** The field that suits a type: a choice for booleans and enumerations, covered for secrets, else text. */
export function ValueField({ rule, isSecret, text, like, onChange, problem, label, unit }: ValueFieldProps) {
  const { t, i18n } = useTranslation()
  const language = resolveLanguage(i18n.language)
  const shared = { label: label ?? t('explorer.edit.newValue'), error: problem }

  if (rule.type === 'boolean') {
    const on = formatBoolean(true, like)
    const off = formatBoolean(false, like)
    const chosen = parseBoolean(text)
    return (
      <Select
        {...shared}
        data={[
          { value: on, label: t('explorer.edit.on', { value: on }) },
          { value: off, label: t('explorer.edit.off', { value: off }) },
        ]}
        value={chosen === undefined ? null : chosen ? on : off}
        allowDeselect={false}
        onChange={(value) => value !== null && onChange(value)}
      />
    )
  }
  if (rule.values && rule.values.length > 0) {
    const choices = rule.values.map(({ value, meaning }) => ({
      value,
      label: meaning ? `${value} – ${meaning[language]}` : value,
    }))
    const own = like === '' || choices.some(({ value }) => value === like) ? [] : [{ value: like, label: like }]
    return (
      <Select
        {...shared}
        data={[...own, ...choices]}
        value={text === '' ? null : text}
        allowDeselect={false}
        onChange={(value) => value !== null && onChange(value)}
      />
    )
  }
  if (isSecret) {
    return (
      <PasswordInput
        {...shared}
        value={text}
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': t('common.reveal') }}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  }
  const input = {
    ...shared,
    classNames: { input: 'mono' },
    value: text,
    spellCheck: false,
    description: [limitsText(rule)?.text, unit].filter(Boolean).join(' '),
  }
  if (text.length > longText || text.includes('\n'))
    return (
      <Textarea {...input} autosize minRows={2} maxRows={8} onChange={(event) => onChange(event.currentTarget.value)} />
    )
  return (
    <div className={classes.fieldWithNow}>
      <TextInput {...input} onChange={(event) => onChange(event.currentTarget.value)} />
      {rule.type === 'dateTime' && (
        <Button variant="default" onClick={() => onChange(new Date().toISOString().replace(/\.\d+Z$/, 'Z'))}>
          {t('explorer.edit.now')}
        </Button>
      )}
    </div>
  )
}
