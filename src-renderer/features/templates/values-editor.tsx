import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TemplateValue, TemplateVariable } from '#shared/model/template.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { emptyValue, type FormProblems, type Row, rowOf } from './template-form.ts'
import classes from './templates.module.css'
import { ValueRow } from './value-row.tsx'

interface ValuesEditorProps {
  rows: readonly Row<TemplateValue>[]
  inherited: readonly TemplateValue[]
  variables: readonly TemplateVariable[]
  /** Names of the instances that the template may add. */
  objects: readonly string[]
  problems: FormProblems
  onChange: (rows: readonly Row<TemplateValue>[]) => void
}

/** What is written to a box, by meaning or by path. */
export function ValuesEditor({ rows, inherited, variables, objects, problems, onChange }: ValuesEditorProps) {
  const { t } = useTranslation()
  return (
    <Card
      title={t('templates.edit.values')}
      hint={t('templates.edit.valuesHint')}
      actions={
        <Button
          variant="default"
          leftSection={<IconPlus size={15} />}
          onClick={() => onChange([...rows, rowOf(emptyValue())])}
        >
          {t('templates.edit.addValue')}
        </Button>
      }
    >
      {inherited.length > 0 && (
        <p className={classes.soft}>{t('templates.edit.valuesFromBase', { count: inherited.length })}</p>
      )}
      {rows.length === 0 && inherited.length === 0 && <EmptyState text={t('templates.edit.noValues')} />}
      {rows.map(({ key, item }) => (
        <ValueRow
          key={key}
          value={item}
          variables={variables}
          objects={objects}
          problems={problems.rows.get(key) ?? []}
          onChange={(next) => onChange(rows.map((row) => (row.key === key ? { key, item: next } : row)))}
          onRemove={() => onChange(rows.filter((row) => row.key !== key))}
        />
      ))}
    </Card>
  )
}
