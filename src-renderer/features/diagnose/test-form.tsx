import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DiagnosticKind } from '#shared/model/diagnose.ts'
import classes from './diagnose.module.css'
import { type FieldTexts, type TestField, testFields } from './test-fields.ts'

interface TestFormProps {
  kind: DiagnosticKind
  texts: FieldTexts
  wrong: readonly string[]
  onChange: (texts: FieldTexts) => void
}

/** The fields of one test; those that are seldom changed are folded away. */
export function TestForm({ kind, texts, wrong, onChange }: TestFormProps) {
  const { t } = useTranslation()
  const fields = testFields[kind]
  const render = (field: TestField) => (
    <TextInput
      key={field.name}
      label={t(`diagnose.fields.${field.label}`)}
      inputMode={field.isNumber ? 'numeric' : 'text'}
      className={field.isNumber ? classes.number : classes.text}
      value={texts[field.name] ?? ''}
      onChange={(event) => onChange({ ...texts, [field.name]: event.currentTarget.value })}
      {...(field.empty && { placeholder: t(`diagnose.fields.${field.empty}`) })}
      {...(wrong.includes(field.name) && { error: t('diagnose.fields.required') })}
      spellCheck={false}
    />
  )
  const advanced = fields.filter(({ isAdvanced }) => isAdvanced)
  if (fields.length === 0) return null
  return (
    <div className={classes.form}>
      <div className={classes.fields}>{fields.filter(({ isAdvanced }) => !isAdvanced).map(render)}</div>
      {advanced.length > 0 && (
        <details className={classes.more} open={advanced.some(({ name }) => wrong.includes(name))}>
          <summary>{t('diagnose.choose.more')}</summary>
          <div className={classes.fields}>{advanced.map(render)}</div>
        </details>
      )}
    </div>
  )
}
