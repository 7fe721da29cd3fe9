import { useTranslation } from 'react-i18next'
import { ShapeIcon } from '../../ui/shape.tsx'
import type { FormProblem } from './template-form.ts'
import classes from './templates.module.css'

/** What is wrong with a row of the editor. */
export function FormProblemList({ problems }: { problems: readonly FormProblem[] }) {
  const { t } = useTranslation()
  if (problems.length === 0) return null
  return (
    <ul className={classes.problems}>
      {problems.map(({ level, code, params }) => (
        <li key={code} data-level={level}>
          <ShapeIcon shape={level === 'error' ? 'cross' : 'triangle'} tone={level === 'error' ? 'bad' : 'warn'} />
          <span>{t(`templates.form.${code}`, { name: '', target: '', concept: '', ...params })}</span>
        </li>
      ))}
    </ul>
  )
}
