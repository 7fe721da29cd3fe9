import { PasswordInput, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { resolveLanguage } from '#shared/i18n/index.ts'
import type { Label, TemplateVariable } from '#shared/model/template.ts'
import { dynamic } from '../../i18n/words.ts'
import { ShapeIcon } from '../../ui/shape.tsx'
import classes from './compare.module.css'
import type { TemplateSide } from './use-template-side.ts'

/** What the template asks for, and what it would not do well at this box. */
export function TemplatePanel({ side }: { side: TemplateSide }) {
  const { t } = useTranslation()
  const { variables, given, onGive, problems, hidden } = side
  return (
    <section className={classes.template} aria-label={t('compare.template.label')}>
      {variables.length > 0 && (
        <div className={classes.fields}>
          {variables.map((variable) => (
            <Field
              key={variable.name}
              variable={variable}
              value={given[variable.name] ?? ''}
              onChange={(value) => onGive(variable.name, value)}
            />
          ))}
        </div>
      )}
      <ul className={classes.problems}>
        {problems.map(({ code, level, params }) => (
          <li key={`${code} ${JSON.stringify(params)}`} data-level={level}>
            <ShapeIcon shape={level === 'error' ? 'triangle' : 'half'} tone={level === 'error' ? 'bad' : 'warn'} />
            {dynamic(t, [`templates.problems.${code}`], params)}
          </li>
        ))}
        {hidden > 0 && (
          <li>
            <ShapeIcon shape="ring" tone="muted" />
            {t('compare.template.hidden', { count: hidden })}
          </li>
        )}
      </ul>
    </section>
  )
}

interface FieldProps {
  variable: TemplateVariable
  value: string
  onChange: (value: string) => void
}

function Field({ variable, value, onChange }: FieldProps) {
  const { i18n } = useTranslation()
  const language = resolveLanguage(i18n.language)
  const worded = (label: Label) => (typeof label === 'string' ? label : label[language])
  const shared = { label: worded(variable.label) || variable.name, placeholder: variable.default, value }
  if (variable.choices)
    return (
      <Select
        {...shared}
        value={value === '' ? null : value}
        data={variable.choices.map((one) => ({ value: one.value, label: worded(one.label ?? one.value) }))}
        clearable
        onChange={(next) => onChange(next ?? '')}
      />
    )
  const Input = variable.secret ? PasswordInput : TextInput
  return <Input {...shared} autoComplete="off" onChange={(event) => onChange(event.currentTarget.value)} />
}
