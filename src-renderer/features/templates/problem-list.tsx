import { useTranslation } from 'react-i18next'
import type { TemplateProblem, TemplateVariable } from '#shared/model/template.ts'
import type { ValidationCode } from '#shared/parameters/validate.ts'
import { dynamic, useWords } from '../../i18n/words.ts'
import { ShapeIcon } from '../../ui/shape.tsx'
import classes from './templates.module.css'
import { useVariableName } from './use-templates.ts'

/** A problem of a template in words, with the reason where a value is wrong. */
export function useProblemWords(variables: readonly TemplateVariable[]): (problem: TemplateProblem) => string {
  const { t } = useTranslation()
  const words = useWords()
  const nameOf = useVariableName(variables)
  return ({ code, params }) => {
    const { reason, variable } = params
    const named = variable === undefined ? params : { ...params, variable: nameOf(String(variable)) }
    const text = dynamic(t, [`templates.problems.${code}`], named)
    return reason === undefined ? text : `${text} ${words.validation(reason as ValidationCode, params)}`
  }
}

interface ProblemListProps {
  problems: readonly TemplateProblem[]
  variables: readonly TemplateVariable[]
}

/** What keeps a template from being applied, then what should be known before. */
export function ProblemList({ problems, variables }: ProblemListProps) {
  const { t } = useTranslation()
  const wordsOf = useProblemWords(variables)
  if (problems.length === 0) return null
  const ordered = [...problems].sort((a, b) => a.level.localeCompare(b.level))
  return (
    <ul className={classes.problems} aria-label={t('templates.problemList')}>
      {ordered.map((problem) => (
        <li key={JSON.stringify(problem)} data-level={problem.level}>
          <ShapeIcon
            shape={problem.level === 'error' ? 'cross' : 'triangle'}
            tone={problem.level === 'error' ? 'bad' : 'warn'}
          />
          <span>{wordsOf(problem)}</span>
        </li>
      ))}
    </ul>
  )
}
