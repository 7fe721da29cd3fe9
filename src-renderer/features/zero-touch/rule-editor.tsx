import { Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Firmware } from '#shared/model/firmware.ts'
import type { ZeroTouchRule } from '#shared/model/provision.ts'
import { call } from '../../api.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useAction } from '../../ui/use-action.ts'
import { ConditionFields } from '../templates/condition-fields.tsx'
import { type TemplateBook, useLabel } from '../templates/use-templates.ts'
import { VariableField } from '../templates/variable-field.tsx'
import { checkRule } from './check-rule.ts'
import { FirmwareFirst } from './firmware-first.tsx'
import { RuleList } from './rule-list.tsx'
import classes from './zero-touch.module.css'

interface RuleEditorProps {
  initial: ZeroTouchRule
  book: TemplateBook
  files: readonly Firmware[]
  isNew: boolean
  onDone: () => void
}

/** A rule: for which boxes, which firmware first, which template with which values. */
export function RuleEditor({ initial, book, files, isNew, onDone }: RuleEditorProps) {
  const { t } = useTranslation()
  const label = useLabel()
  const [rule, setRule] = useState(initial)
  const [by, setBy] = useState<'list' | 'kind'>(initial.rows.length > 0 || isNew ? 'list' : 'kind')
  const change = (patch: Partial<ZeroTouchRule>) => setRule((now) => ({ ...now, ...patch }))
  const template = book.find(rule.template)
  const variables = template ? book.whole(template).variables : []
  const wanted: ZeroTouchRule = by === 'list' ? rule : { ...rule, rows: [] }
  const missing = checkRule(wanted, by, variables)
  const save = useAction(async () => {
    const values = Object.fromEntries(
      Object.entries(wanted.values).filter(
        ([name, value]) => value !== '' && variables.some((variable) => variable.name === name),
      ),
    )
    await call('zeroTouch.save', { ...wanted, values })
    onDone()
  })
  return (
    <Card title={isNew ? t('zeroTouch.new') : t('zeroTouch.edit', { name: rule.name })}>
      <div className={classes.editor}>
        <div className={classes.fields}>
          <TextInput
            label={t('zeroTouch.name')}
            value={rule.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <Select
            label={t('zeroTouch.template')}
            withAsterisk
            searchable
            data={book.list.map((one) => ({ value: one.id, label: label(one.name) }))}
            value={rule.template === '' ? null : rule.template}
            onChange={(next) => change({ template: next ?? '' })}
          />
        </div>
        <section className={classes.part} aria-label={t('zeroTouch.boxes')}>
          <h3>{t('zeroTouch.boxes')}</h3>
          <SegmentedControl
            aria-label={t('zeroTouch.boxes')}
            value={by}
            data={[
              { value: 'list', label: t('zeroTouch.byList') },
              { value: 'kind', label: t('zeroTouch.byKind') },
            ]}
            onChange={(next) => setBy(next as 'list' | 'kind')}
          />
          {by === 'list' ? (
            <RuleList rows={rule.rows} variables={variables} onChange={(rows) => change({ rows })} />
          ) : (
            <ConditionFields condition={rule.condition} onChange={(condition) => change({ condition })} />
          )}
        </section>
        {variables.length > 0 && (
          <section className={classes.part} aria-label={t('zeroTouch.values')}>
            <h3>{t('zeroTouch.values')}</h3>
            {by === 'list' && <p className={classes.soft}>{t('zeroTouch.valuesHint')}</p>}
            <div className={classes.fields}>
              {variables.map((variable) => (
                <VariableField
                  key={variable.name}
                  variable={{ ...variable, required: variable.required && by === 'kind' }}
                  value={rule.values[variable.name] ?? ''}
                  onChange={(value) => change({ values: { ...rule.values, [variable.name]: value } })}
                />
              ))}
            </div>
          </section>
        )}
        <FirmwareFirst firmware={rule.firmware} files={files} onChange={(firmware) => change({ firmware })} />
        {save.error && <ErrorPanel error={save.error} />}
        <div className={classes.actions}>
          <span className={classes.soft} role="status">
            {missing === null ? '' : t(`zeroTouch.missing.${missing.code}`, missing.params)}
          </span>
          <Button variant="default" onClick={onDone}>
            {t('common.cancel')}
          </Button>
          <Button disabled={missing !== null} loading={save.isRunning} onClick={() => save.run()}>
            {t('common.save')}
          </Button>
        </div>
      </div>
    </Card>
  )
}
