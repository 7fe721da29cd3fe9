import { useTranslation } from 'react-i18next'
import type { TemplateVariable } from '#shared/model/template.ts'
import type { ValidationCode } from '#shared/parameters/validate.ts'
import type { ListError } from '#shared/provisioning/device-list.ts'
import { dynamic, useWords } from '../../i18n/words.ts'
import { ShapeIcon } from '../../ui/shape.tsx'
import { useVariableName } from '../templates/use-templates.ts'
import classes from './provision.module.css'

const shownErrors = 50

/** The lines of a list that cannot be used, each with its reason. */
export function ListErrors({
  errors,
  variables,
}: {
  errors: readonly ListError[]
  variables: readonly TemplateVariable[]
}) {
  const { t } = useTranslation()
  const words = useWords()
  const nameOf = useVariableName(variables)
  if (errors.length === 0) return null
  const textOf = ({ code, line, params }: ListError): string => {
    const named = params.variable === undefined ? params : { ...params, variable: nameOf(String(params.variable)) }
    const text = dynamic(t, [`deviceList.errors.${code}`], { line, ...named })
    return params.reason === undefined ? text : `${text} ${words.validation(params.reason as ValidationCode, params)}`
  }
  return (
    <div role="alert">
      <strong className={classes.bad}>{t('provision.list.errors', { count: errors.length })}</strong>
      <ul className={classes.errors}>
        {errors.slice(0, shownErrors).map((error) => (
          <li key={`${error.line} ${error.code} ${JSON.stringify(error.params)}`}>
            <ShapeIcon shape="cross" tone="bad" />
            <span>{textOf(error)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
