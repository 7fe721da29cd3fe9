import { useTranslation } from 'react-i18next'
import { resolveLanguage } from '#shared/i18n/index.ts'
import type { WrittenValue } from '#shared/model/written-value.ts'
import { useWords } from '../../i18n/words.ts'
import { WriteStatusLabel } from '../../ui/state-label.tsx'
import { limitsText, ruleFor } from '../explorer/rule-for.ts'
import classes from './changes.module.css'
import { statusOf } from './outcome.ts'
import { ParameterName } from './parameter-name.tsx'
import { ShownValue } from './shown-value.tsx'

/** What became of each value, with what it means. */
export function WrittenTable({ values }: { values: readonly WrittenValue[] }) {
  const { t } = useTranslation()
  return (
    <table className={classes.table} aria-label={t('changes.label')}>
      <thead>
        <tr>
          {(['parameter', 'old', 'value', 'readBack', 'result'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`changes.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {values.map((row) => (
          <tr key={row.name} data-status={row.status}>
            <td>
              <ParameterName path={row.name} />
            </td>
            <td className={classes.old}>
              <ShownValue path={row.name} value={row.old} />
            </td>
            <td className={classes.new}>
              <ShownValue path={row.name} value={row.value} />
            </td>
            <td>
              <ShownValue path={row.name} value={row.hidden ? '' : row.readBack} />
            </td>
            <td>
              <Result row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Result({ row }: { row: WrittenValue }) {
  const { t, i18n } = useTranslation()
  const words = useWords()
  const status = statusOf(row)
  const language = resolveLanguage(i18n.language)
  if (status !== 'failed') {
    return (
      <>
        <WriteStatusLabel status={status} />
        {status !== 'verified' && <div className={classes.explain}>{t(`changes.explain.${status}`)}</div>}
      </>
    )
  }
  const fault = words.fault(row.code ?? 0)
  const rule = ruleFor(row.name, row.type)
  const limits =
    limitsText(rule)?.text ??
    rule.values?.map(({ value, meaning }) => (meaning ? `${value} (${meaning[language]})` : value)).join(', ')
  return (
    <>
      <WriteStatusLabel status="failed" />
      <div className={classes.explain}>
        <strong>
          {row.code} {fault.name}
        </strong>{' '}
        {fault.cause} {fault.remedy}
      </div>
      {limits !== undefined && <div className={classes.explain}>{t('changes.explain.allowed', { limits })}</div>}
      {row.message !== undefined && row.message !== '' && (
        <div className={classes.explain}>{t('changes.explain.boxSays', { message: row.message })}</div>
      )}
    </>
  )
}
