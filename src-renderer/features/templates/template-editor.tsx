import { Button, Select } from '@mantine/core'
import { IconCopy, IconDeviceFloppy } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Template } from '#shared/model/template.ts'
import { call } from '../../api.ts'
import { useShortcut } from '../../keyboard/use-shortcut.ts'
import { navigate, replaceRoute } from '../../stores/route.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Page } from '../../ui/page.tsx'
import { useAction } from '../../ui/use-action.ts'
import { ConditionFields } from './condition-fields.tsx'
import { LabelField } from './label-field.tsx'
import { ObjectsEditor } from './objects-editor.tsx'
import { checkForm, formOf, type TemplateForm, templateOf } from './template-form.ts'
import classes from './templates.module.css'
import { TryTemplate } from './try-template.tsx'
import { UnsavedGuard } from './unsaved-guard.tsx'
import { type TemplateBook, useLabel } from './use-templates.ts'
import { ValuesEditor } from './values-editor.tsx'
import { VariablesEditor } from './variables-editor.tsx'

const descriptionBelow: ('label' | 'input' | 'description')[] = ['label', 'input', 'description']
const reboots = ['ifNeeded', 'always', 'never'] as const

interface TemplateEditorProps {
  initial: Template
  book: TemplateBook
  isNew: boolean
  /** Ready-made ones can be looked at and tried. */
  isReadOnly: boolean
}

/** A template with everything it says; what is wrong stands beside it, and it can be tried before any box sees it. */
export function TemplateEditor({ initial, book, isNew, isReadOnly }: TemplateEditorProps) {
  const { t } = useTranslation()
  const label = useLabel()
  const [form, setForm] = useState<TemplateForm>(() => formOf(initial))
  const [first] = useState(() => JSON.stringify(templateOf(form)))
  const [saved, setSaved] = useState(() => (isNew ? null : first))
  const change = (patch: Partial<TemplateForm>) => setForm((now) => ({ ...now, ...patch }))
  const template = templateOf(form)
  const base = form.extends === undefined ? undefined : book.find(form.extends)
  const inherited = base ? book.whole(base) : undefined
  const problems = checkForm(form, inherited ?? { variables: [], objects: [] })
  const isDirty = !isReadOnly && JSON.stringify(template) !== saved
  const save = useAction(async () => {
    await call('templates.save', template)
    setSaved(JSON.stringify(template))
  })
  const canSave = problems.isValid && isDirty && !save.isRunning
  useShortcut('apply', () => canSave && save.run())
  const isTouched = isDirty && JSON.stringify(template) !== first
  const isKept = saved !== null
  const name = label(form.name)
  const others = book.list.filter(({ id }) => id !== form.id)
  return (
    <Page
      title={name || t('templates.new')}
      subtitle={isReadOnly ? t('templates.readyHint') : isDirty ? t('templates.unsaved') : t('templates.saved')}
      canGoBack
      actions={
        isReadOnly ? (
          <Button
            leftSection={<IconCopy size={15} />}
            onClick={() => replaceRoute({ page: 'template', copyOf: form.id })}
          >
            {t('templates.copyToChange')}
          </Button>
        ) : (
          <>
            {isKept && (
              <Button
                variant="default"
                disabled={isDirty}
                onClick={() => navigate({ page: 'provision', templateId: form.id })}
              >
                {t('templates.use')}
              </Button>
            )}
            <Button
              leftSection={<IconDeviceFloppy size={16} />}
              disabled={!canSave}
              loading={save.isRunning}
              onClick={() => save.run()}
            >
              {t('common.save')}
            </Button>
          </>
        )
      }
    >
      {save.error && <ErrorPanel error={save.error} />}
      <fieldset disabled={isReadOnly} className={classes.fieldset}>
        <Card title={t('templates.edit.purpose')}>
          <div className={classes.fields}>
            <LabelField
              label={t('templates.edit.name')}
              value={form.name}
              isRequired
              onChange={(next) => change({ name: next })}
            />
            <LabelField
              label={t('templates.edit.description')}
              value={form.description}
              onChange={(next) => change({ description: next })}
            />
            <Select
              label={t('templates.edit.extends')}
              description={t('templates.edit.extendsHint')}
              inputWrapperOrder={descriptionBelow}
              placeholder={t('templates.edit.extendsNone')}
              data={others.map((one) => ({ value: one.id, label: label(one.name) }))}
              value={form.extends ?? null}
              searchable
              clearable
              onChange={(next) => {
                const { extends: _old, ...rest } = form
                setForm(next === null ? rest : { ...rest, extends: next })
              }}
            />
            <Select
              label={t('provision.check.reboot')}
              description={t('templates.edit.rebootHint')}
              inputWrapperOrder={descriptionBelow}
              data={reboots.map((value) => ({ value, label: t(`templates.reboot.${value}`) }))}
              value={form.reboot}
              allowDeselect={false}
              onChange={(next) => next && change({ reboot: next as Template['reboot'] })}
            />
          </div>
        </Card>
        <Card title={t('templates.edit.condition')} hint={t('templates.edit.conditionHint')}>
          <ConditionFields condition={form.condition} onChange={(condition) => change({ condition })} />
        </Card>
        <VariablesEditor
          rows={form.variables}
          inherited={inherited?.variables ?? []}
          problems={problems}
          onChange={(variables) => change({ variables })}
        />
        <ObjectsEditor rows={form.objects} problems={problems} onChange={(objects) => change({ objects })} />
        <ValuesEditor
          objects={[...(inherited?.objects ?? []), ...template.objects].map(({ name }) => name)}
          rows={form.values}
          inherited={inherited?.values ?? []}
          variables={[...(inherited?.variables ?? []), ...template.variables]}
          problems={problems}
          onChange={(values) => change({ values })}
        />
      </fieldset>
      <TryTemplate template={template} whole={book.whole(template)} isValid={problems.isValid || isReadOnly} />
      {isTouched && <UnsavedGuard canSave={canSave} save={() => call('templates.save', template).then(() => {})} />}
    </Page>
  )
}
