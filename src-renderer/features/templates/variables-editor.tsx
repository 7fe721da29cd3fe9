import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TemplateVariable } from '#shared/model/template.ts'
import { Card } from '../../ui/card.tsx'
import { emptyVariable, type FormProblems, type Row, rowOf } from './template-form.ts'
import classes from './templates.module.css'
import { useLabel } from './use-templates.ts'
import { VariableRow } from './variable-row.tsx'

interface VariablesEditorProps {
  rows: readonly Row<TemplateVariable>[]
  inherited: readonly TemplateVariable[]
  problems: FormProblems
  onChange: (rows: readonly Row<TemplateVariable>[]) => void
}

/** What is asked for when the template is used. */
export function VariablesEditor({ rows, inherited, problems, onChange }: VariablesEditorProps) {
  const { t } = useTranslation()
  const label = useLabel()
  const fromBase = inherited.filter(({ name }) => !rows.some(({ item }) => item.name === name))
  const add = () => {
    const taken = new Set([...inherited, ...rows.map(({ item }) => item)].map(({ name }) => name))
    let number = 1
    while (taken.has(`value${number}`)) number += 1
    onChange([...rows, rowOf({ ...emptyVariable(), name: `value${number}` })])
  }
  return (
    <Card
      title={t('templates.edit.variables')}
      hint={t('templates.edit.variablesHint', { open: '{{', close: '}}' })}
      actions={
        <Button variant="default" leftSection={<IconPlus size={15} />} onClick={add}>
          {t('templates.edit.addVariable')}
        </Button>
      }
    >
      {fromBase.length > 0 && (
        <p className={classes.soft}>
          {t('templates.edit.fromBase')}{' '}
          {fromBase.map(({ name, label: text }) => (
            <code key={name} className={classes.tag} title={label(text)}>{`{{${name}}}`}</code>
          ))}
        </p>
      )}
      {rows.map(({ key, item }) => (
        <VariableRow
          key={key}
          variable={item}
          problems={problems.rows.get(key) ?? []}
          onChange={(next) => onChange(rows.map((row) => (row.key === key ? { key, item: next } : row)))}
          onRemove={() => onChange(rows.filter((row) => row.key !== key))}
        />
      ))}
    </Card>
  )
}
