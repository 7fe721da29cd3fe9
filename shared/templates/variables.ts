import type { ValueFormat, ValueRule } from '../dictionary/entry.ts'
import type { TemplateProblem, TemplateVariable } from '../model/template.ts'
import { validateValue } from '../parameters/validate.ts'
import type { DeviceFacts } from './conditions.ts'

/** What may stand in a variable. */
export function ruleOfVariable({ type, pattern, min, max, maxLength, choices }: TemplateVariable): ValueRule {
  const isFormat = type === 'ip' || type === 'mac' || type === 'url'
  return {
    type: isFormat ? 'string' : type,
    ...(isFormat ? { format: type satisfies ValueFormat } : {}),
    ...(pattern === undefined ? {} : { pattern }),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(choices === undefined ? {} : { values: choices.map(({ value }) => ({ value })) }),
  }
}

export interface FilledVariables {
  values: Map<string, string>
  problems: TemplateProblem[]
}

/** The values of a template's variables, checked, with defaults for those not given, and the facts of the box. */
export function fillVariables(
  variables: readonly TemplateVariable[],
  given: Readonly<Record<string, string>>,
  device: DeviceFacts,
): FilledVariables {
  const values = new Map<string, string>()
  const problems: TemplateProblem[] = []
  for (const variable of variables) {
    const text = given[variable.name] ?? variable.default
    if (text === '') {
      if (variable.required) problems.push(problem('variableMissing', variable.name))
      values.set(variable.name, '')
      continue
    }
    const checked = validateValue(ruleOfVariable(variable), text)
    if (checked.ok) values.set(variable.name, checked.lexical)
    else
      problems.push({
        ...problem('variableInvalid', variable.name),
        params: { ...checked.params, variable: variable.name, reason: checked.code },
      })
  }
  for (const name of Object.keys(given))
    if (!variables.some((variable) => variable.name === name))
      problems.push({ ...problem('variableUnknown', name), level: 'warning' })
  for (const [name, value] of Object.entries(device)) values.set(`device.${name}`, value)
  return { values, problems }
}

function problem(code: TemplateProblem['code'], variable: string): TemplateProblem {
  return { level: 'error', code, params: { variable } }
}
