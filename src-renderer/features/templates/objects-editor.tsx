import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TemplateObject } from '#shared/model/template.ts'
import { Card } from '../../ui/card.tsx'
import { FormProblemList } from './form-problem-list.tsx'
import { emptyObject, type FormProblem, type FormProblems, type Row, rowOf } from './template-form.ts'
import classes from './templates.module.css'

interface ObjectsEditorProps {
  rows: readonly Row<TemplateObject>[]
  problems: FormProblems
  onChange: (rows: readonly Row<TemplateObject>[]) => void
}

/** Instances that are added where the box has none that fits. */
export function ObjectsEditor({ rows, problems, onChange }: ObjectsEditorProps) {
  const { t } = useTranslation()
  const add = () => onChange([...rows, rowOf({ ...emptyObject(), name: `new${rows.length + 1}` })])
  return (
    <Card
      title={t('templates.object.title')}
      hint={t('templates.object.hint')}
      actions={
        <Button variant="default" leftSection={<IconPlus size={15} />} onClick={add}>
          {t('templates.object.add')}
        </Button>
      }
    >
      {rows.map(({ key, item }) => (
        <ObjectRow
          key={key}
          object={item}
          problems={problems.rows.get(key) ?? []}
          onChange={(next) => onChange(rows.map((row) => (row.key === key ? { key, item: next } : row)))}
          onRemove={() => onChange(rows.filter((row) => row.key !== key))}
        />
      ))}
    </Card>
  )
}

interface ObjectRowProps {
  object: TemplateObject
  problems: readonly FormProblem[]
  onChange: (object: TemplateObject) => void
  onRemove: () => void
}

/** One of them: its table, and the first parameter by which one that fits is known. */
function ObjectRow({ object, problems, onChange, onRemove }: ObjectRowProps) {
  const { t } = useTranslation()
  const [first = { where: '', is: '' }, ...others] = object.known
  const setKnown = (patch: Partial<TemplateObject['known'][number]>) =>
    onChange({ ...object, known: [{ ...first, ...patch }, ...others] })
  const field = (name: 'name' | 'table' | 'where' | 'is', value: string, set: (text: string) => void) => (
    <TextInput
      label={t(`templates.object.${name}`)}
      classNames={{ input: 'mono' }}
      value={value}
      spellCheck={false}
      onChange={(event) => set(event.currentTarget.value)}
    />
  )
  return (
    <div className={classes.editRow}>
      <div className={classes.editMain}>
        {field('name', object.name, (name) => onChange({ ...object, name }))}
        {field('table', object.table, (table) => onChange({ ...object, table: table.trim() }))}
        {field('where', first.where, (where) => setKnown({ where }))}
        {field('is', first.is, (is) => setKnown({ is }))}
        <ActionIcon
          size="lg"
          className={classes.removeRow}
          aria-label={t('templates.object.remove', { name: object.name })}
          onClick={onRemove}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </div>
      <FormProblemList problems={problems} />
    </div>
  )
}
