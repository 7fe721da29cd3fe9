import { Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { languageNames, resolveLanguage } from '#shared/i18n/index.ts'
import type { Label } from '#shared/model/template.ts'
import classes from './templates.module.css'

interface LabelFieldProps {
  label: string
  value: Label
  isRequired?: boolean
  onChange: (value: Label) => void
}

/** A text in one language for all, or in each. */
export function LabelField({ label, value, isRequired = false, onChange }: LabelFieldProps) {
  const { t, i18n } = useTranslation()
  const isBoth = typeof value !== 'string'
  const language = resolveLanguage(i18n.language)
  const toggle = () => onChange(isBoth ? value[language] : { 'zh-CN': value, en: value })
  return (
    <div className={classes.labelField}>
      {isBoth ? (
        (['zh-CN', 'en'] as const).map((one) => (
          <TextInput
            key={one}
            label={`${label} (${languageNames[one]})`}
            withAsterisk={isRequired}
            value={value[one]}
            onChange={(event) => onChange({ ...value, [one]: event.currentTarget.value })}
          />
        ))
      ) : (
        <TextInput
          label={label}
          withAsterisk={isRequired}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
      <Switch
        size="xs"
        label={t('templates.edit.bothLanguages')}
        aria-label={`${t('templates.edit.bothLanguages')}: ${label}`}
        checked={isBoth}
        onChange={toggle}
      />
    </div>
  )
}
