import { useTranslation } from 'react-i18next'
import { ProblemList } from '../templates/problem-list.tsx'
import { VariableField } from '../templates/variable-field.tsx'
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
            <VariableField
              key={variable.name}
              variable={variable}
              value={given[variable.name] ?? ''}
              onChange={(value) => onGive(variable.name, value)}
            />
          ))}
        </div>
      )}
      <ProblemList problems={problems} variables={variables} />
      {hidden > 0 && <p className={classes.hidden}>{t('compare.template.hidden', { count: hidden })}</p>}
    </section>
  )
}
