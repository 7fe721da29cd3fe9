import type { ZeroTouchRule } from '#shared/model/provision.ts'
import type { TemplateVariable } from '#shared/model/template.ts'
import { validateValue } from '#shared/parameters/validate.ts'
import { ruleOfVariable } from '#shared/templates/variables.ts'

/** What keeps a rule from being kept; worded under `zeroTouch.missing.<code>`. */
export interface RuleProblem {
  code: 'template' | 'rows' | 'version' | 'value' | 'rowValue'
  params: { name: string; serial: string }
}

/** The first thing that a rule lacks; null where it is complete. */
export function checkRule(
  { template, rows, values, firmware }: ZeroTouchRule,
  by: 'list' | 'kind',
  variables: readonly TemplateVariable[],
): RuleProblem | null {
  if (template === '') return problem('template')
  if (by === 'list' && rows.length === 0) return problem('rows')
  if (firmware && firmware.version.trim() === '') return problem('version')
  const boxes = by === 'kind' ? [{ serialNumber: '', values: {} }] : rows
  for (const row of boxes) {
    const all: Record<string, string> = { ...values, ...row.values }
    const wrong = variables.find((variable) => !isGood(variable, all[variable.name] || variable.default))
    if (wrong) return problem(by === 'kind' ? 'value' : 'rowValue', { name: wrong.name, serial: row.serialNumber })
  }
  return null
}

function isGood(variable: TemplateVariable, value: string): boolean {
  return value === '' ? !variable.required : validateValue(ruleOfVariable(variable), value).ok
}

function problem(code: RuleProblem['code'], params = { name: '', serial: '' }): RuleProblem {
  return { code, params }
}
