import { useTranslation } from 'react-i18next'
import type { TemplateChange, TemplatePreview } from '#shared/model/template.ts'
import { ParameterName } from '../changes/parameter-name.tsx'
import { ShownValue } from '../changes/shown-value.tsx'
import classes from './templates.module.css'

/** What would be written: old beside new; what stands there already is folded away. */
export function ChangesTable({
  changes,
}: {
  changes: readonly Pick<TemplateChange, 'name' | 'value' | 'old' | 'same'>[]
}) {
  const { t } = useTranslation()
  const wanted = changes.filter(({ same }) => !same)
  const unchanged = changes.filter(({ same }) => same)
  return (
    <>
      {wanted.length > 0 && (
        <table className={classes.table} aria-label={t('templates.changes.label')}>
          <thead>
            <tr>
              <th scope="col">{t('changes.columns.parameter')}</th>
              <th scope="col">{t('changes.columns.old')}</th>
              <th scope="col">{t('changes.columns.value')}</th>
            </tr>
          </thead>
          <tbody>
            {wanted.map(({ name, value, old }) => (
              <tr key={name}>
                <td>
                  <ParameterName path={name} />
                </td>
                <td className={classes.old}>
                  <ShownValue path={name} value={old} />
                </td>
                <td className={classes.new}>
                  <ShownValue path={name} value={value} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {unchanged.length > 0 && <UnchangedValues values={unchanged} />}
    </>
  )
}

/** Values that the box has already. */
export function UnchangedValues({ values }: { values: readonly { name: string; value: string }[] }) {
  const { t } = useTranslation()
  return (
    <details className={classes.unchanged}>
      <summary>{t('templates.changes.unchanged', { count: values.length })}</summary>
      <table className={classes.table}>
        <tbody>
          {values.map(({ name, value }) => (
            <tr key={name}>
              <td>
                <ParameterName path={name} />
              </td>
              <td>
                <ShownValue path={name} value={value} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** Instances that would be added, each with its values. */
export function Creations({ creations }: { creations: TemplatePreview['creations'] }) {
  const { t } = useTranslation()
  if (creations.length === 0) return null
  return (
    <section aria-label={t('provision.check.adds', { count: creations.length })}>
      <p>{t('provision.check.adds', { count: creations.length })}</p>
      {creations.map(({ object, values }) => (
        <ChangesTable key={object} changes={values.map((value) => ({ ...value, old: null, same: false }))} />
      ))}
    </section>
  )
}
