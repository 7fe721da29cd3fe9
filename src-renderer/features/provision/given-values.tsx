import { useTranslation } from 'react-i18next'
import { isSecret } from '#shared/dictionary/secret.ts'
import type { VariableValues } from '#shared/model/provision.ts'
import type { TemplateVariable } from '#shared/model/template.ts'
import { Fact, Facts } from '../../ui/facts.tsx'
import { useVariableName } from '../templates/use-templates.ts'

interface GivenValuesProps {
  values: VariableValues
  variables: readonly TemplateVariable[]
}

/** What the variables of a template were filled with; secrets covered. */
export function GivenValues({ values, variables }: GivenValuesProps) {
  const { t } = useTranslation()
  const nameOf = useVariableName(variables)
  const isCovered = (name: string): boolean =>
    variables.some((variable) => variable.name === name && variable.secret) || isSecret(name)
  const given = Object.entries(values)
  if (given.length === 0) return <p>{t('provision.job.noValues')}</p>
  return (
    <Facts>
      {given.map(([name, value]) => (
        <Fact key={name} label={nameOf(name)}>
          {isCovered(name) ? '••••••••' : value}
        </Fact>
      ))}
    </Facts>
  )
}
