import { Button, Chip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Template, TemplateVariable } from '#shared/model/template.ts'
import { useShortcut } from '../../keyboard/use-shortcut.ts'
import type { Draft, Filled } from '../../stores/provision-draft.ts'
import { changeDraft } from '../../stores/provision-store.ts'
import { Card } from '../../ui/card.tsx'
import { useLabel, useVariableName } from '../templates/use-templates.ts'
import { VariableField } from '../templates/variable-field.tsx'
import { ListCard } from './list-card.tsx'
import classes from './provision.module.css'
import { ValuesGrid } from './values-grid.tsx'

interface ValuesStepProps {
  draft: Draft
  /** With everything that its bases bring. */
  template: Template
  filled: Filled
  onNext: () => void
}

/** Step 3: the template's variables: once for all boxes, or a column of their own. */
export function ValuesStep({ draft, template, filled, onNext }: ValuesStepProps) {
  const { t } = useTranslation()
  const label = useLabel()
  const { variables } = template
  const { columns, isComplete } = filled
  const common = variables.filter(({ name }) => !columns.includes(name))
  const isMany = draft.boxes.length > 1
  const setValue = (name: string, value: string) =>
    changeDraft((now) => ({ ...now, values: { ...now.values, [name]: value } }))
  useShortcut('apply', () => isComplete && onNext())
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (isComplete) onNext()
      }}
    >
      {isMany && variables.length > 0 && (
        <Card title={t('provision.values.perBox')} hint={t('provision.values.perBoxHint')}>
          <Chip.Group multiple value={columns} onChange={(perBox) => changeDraft((now) => ({ ...now, perBox }))}>
            <div className={classes.chips}>
              {variables.map(({ name, label: text }) => (
                <Chip key={name} value={name} size="sm">
                  {label(text) || name}
                </Chip>
              ))}
            </div>
          </Chip.Group>
        </Card>
      )}
      {(common.length > 0 || columns.length === 0) && (
        <Card
          title={isMany ? t('provision.values.common') : label(template.name)}
          hint={variables.length === 0 ? t('provision.values.noVariables') : t('provision.values.commonHint')}
        >
          <div className={classes.fields}>
            {common.map((variable) => (
              <VariableField
                key={variable.name}
                variable={variable}
                value={draft.values[variable.name] ?? ''}
                onChange={(value) => setValue(variable.name, value)}
              />
            ))}
          </div>
        </Card>
      )}
      {columns.length > 0 && <ValuesGrid filled={filled} variables={variables} />}
      {variables.length > 0 && <ListCard draft={draft} template={template} list={filled.list} />}
      <div className={classes.start}>
        <Missing filled={filled} variables={variables} />
        <Button type="submit" size="sm" disabled={!isComplete}>
          {t('provision.values.toCheck')}
        </Button>
      </div>
    </form>
  )
}

/** What still keeps the button dead. */
function Missing({ filled, variables }: { filled: Filled; variables: readonly TemplateVariable[] }) {
  const { t } = useTranslation()
  const nameOf = useVariableName(variables)
  const wrong = filled.boxes.filter(({ problems }) => problems.some(({ level }) => level === 'error'))
  const names = [
    ...new Set(wrong.flatMap(({ problems }) => problems.map(({ params }) => nameOf(String(params.variable ?? ''))))),
  ]
  return (
    <span className={classes.soft} role="status">
      {wrong.length === 0
        ? t('provision.values.ready')
        : t('provision.values.missing', { count: wrong.length, names: names.join(t('provision.comma')) })}
    </span>
  )
}
