import { useTranslation } from 'react-i18next'
import type { TemplateVariable } from '#shared/model/template.ts'
import { useApp } from '../../stores/app-store.ts'
import type { Filled } from '../../stores/provision-draft.ts'
import { changeDraft } from '../../stores/provision-store.ts'
import { Card } from '../../ui/card.tsx'
import { ShapeIcon } from '../../ui/shape.tsx'
import { deviceName } from '../device/device-name.ts'
import { useLabel } from '../templates/use-templates.ts'
import { VariableField } from '../templates/variable-field.tsx'
import classes from './provision.module.css'

/** A row for each box, a column for each value that is different. */
export function ValuesGrid({ filled, variables }: { filled: Filled; variables: readonly TemplateVariable[] }) {
  const { t } = useTranslation()
  const label = useLabel()
  const devices = useApp((app) => app.devices)
  const columns = variables.filter(({ name }) => filled.columns.includes(name))
  const setValue = (key: string, name: string, value: string) =>
    changeDraft((now) => ({
      ...now,
      boxes: now.boxes.map((box) => (box.key === key ? { ...box, values: { ...box.values, [name]: value } } : box)),
    }))
  return (
    <Card title={t('provision.values.grid')}>
      <div className={classes.gridFrame}>
        <table className={classes.grid}>
          <thead>
            <tr>
              <th scope="col" aria-label={t('provision.values.state')} />
              <th scope="col">{t('provision.values.box')}</th>
              {columns.map(({ name, label: text, required }) => (
                <th key={name} scope="col">
                  {label(text) || name}
                  {required && <span className={classes.bad}> *</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {filled.boxes.map(({ key, deviceId, all, values, problems }) => {
              const device = deviceId === null ? undefined : devices[deviceId]
              const isRight = problems.every(({ level }) => level !== 'error')
              return (
                <tr key={key}>
                  <td>
                    <ShapeIcon shape={isRight ? 'check' : 'ring'} tone={isRight ? 'ok' : 'warn'} />
                  </td>
                  <td className={classes.gridBox}>{device ? deviceName(device) : <code>{key}</code>}</td>
                  {columns.map((variable) => (
                    <td key={variable.name}>
                      <VariableField
                        variable={variable}
                        rowName={key}
                        value={values[variable.name] ?? all[variable.name] ?? ''}
                        onChange={(value) => setValue(key, variable.name, value)}
                      />
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
