import { ActionIcon, Checkbox, Menu, SegmentedControl, Select, TextInput } from '@mantine/core'
import { IconBraces, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { conceptOf } from '#shared/dictionary/index.ts'
import { isSecret } from '#shared/dictionary/secret.ts'
import type { TemplateValue, TemplateVariable } from '#shared/model/template.ts'
import { isBarePlaceholder } from '#shared/templates/placeholders.ts'
import { ConceptPicker } from './concept-picker.tsx'
import { ConditionFields } from './condition-fields.tsx'
import { FormProblemList } from './form-problem-list.tsx'
import { InstanceFields } from './instance-fields.tsx'
import type { FormProblem } from './template-form.ts'
import classes from './templates.module.css'
import { useLabel } from './use-templates.ts'

interface ValueRowProps {
  value: TemplateValue
  variables: readonly TemplateVariable[]
  objects: readonly string[]
  problems: readonly FormProblem[]
  onChange: (value: TemplateValue) => void
  onRemove: () => void
}

/** One value: where it goes, what it is, in which instance, and for which boxes only. */
export function ValueRow({ value, variables, objects, problems, onChange, onRemove }: ValueRowProps) {
  const { t } = useTranslation()
  const label = useLabel()
  const { path, concept, ...rest } = value
  const isByPath = path !== undefined
  const target = path ?? concept ?? ''
  const concealed =
    (isByPath ? isSecret(target) : (conceptOf(target)?.secret ?? false)) && !isBarePlaceholder(value.value)
  const patterns = isByPath ? [target] : (conceptOf(target)?.paths.map((one) => one.path) ?? [])
  return (
    <div className={classes.editRow}>
      <div className={classes.editMain}>
        <div className={classes.target}>
          <SegmentedControl
            size="xs"
            aria-label={t('templates.value.by')}
            value={isByPath ? 'path' : 'concept'}
            data={[
              { value: 'concept', label: t('templates.value.byConcept') },
              { value: 'path', label: t('templates.value.byPath') },
            ]}
            onChange={(by) =>
              onChange(by === 'path' ? { ...rest, path: patterns[0] ?? '' } : { ...rest, concept: concept ?? '' })
            }
          />
          {isByPath ? (
            <TextInput
              aria-label={t('templates.value.path')}
              placeholder="Device.Time.NTPServer1"
              classNames={{ input: 'mono' }}
              value={path}
              spellCheck={false}
              onChange={(event) => onChange({ ...rest, path: event.currentTarget.value.trim() })}
            />
          ) : (
            <ConceptPicker value={concept ?? ''} onChange={(next) => onChange({ ...rest, concept: next })} />
          )}
        </div>
        <TextInput
          label={t('templates.value.value')}
          classNames={{ input: 'mono', root: classes.valueInput }}
          type={concealed ? 'password' : 'text'}
          value={value.value}
          spellCheck={false}
          onChange={(event) => onChange({ ...value, value: event.currentTarget.value })}
          rightSection={
            variables.length > 0 && (
              <Menu position="bottom-end">
                <Menu.Target>
                  <ActionIcon aria-label={t('templates.value.insert')} title={t('templates.value.insert')}>
                    <IconBraces size={16} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  {variables.map(({ name, label: text }) => (
                    <Menu.Item key={name} onClick={() => onChange({ ...value, value: `${value.value}{{${name}}}` })}>
                      {label(text) || name} <code className={classes.soft}>{`{{${name}}}`}</code>
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
            )
          }
        />
        <ActionIcon
          size="lg"
          className={classes.removeRow}
          aria-label={t('templates.value.remove', { target })}
          onClick={onRemove}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </div>
      <FormProblemList problems={problems} />
      <div className={classes.checks}>
        {objects.length > 0 && (
          <Select
            aria-label={t('templates.object.into')}
            placeholder={t('templates.object.intoNone')}
            data={[...objects]}
            value={value.object ?? null}
            clearable
            onChange={(next) => {
              const { object: _old, ...own } = value
              onChange(next === null ? own : { ...own, object: next })
            }}
          />
        )}
        {value.object === undefined && patterns.some((pattern) => pattern.includes('{i}')) && (
          <InstanceFields instance={value.instance} onChange={(instance) => onChange({ ...value, instance })} />
        )}
        <Checkbox
          label={t('templates.value.optional')}
          checked={value.optional}
          onChange={(event) => onChange({ ...value, optional: event.currentTarget.checked })}
        />
      </div>
      <details className={classes.more} open={value.when !== undefined}>
        <summary>{t('templates.value.when')}</summary>
        <ConditionFields
          condition={value.when ?? {}}
          onChange={(when) => {
            const { when: _old, ...own } = value
            onChange(Object.keys(when).length === 0 ? own : { ...own, when })
          }}
        />
      </details>
    </div>
  )
}
