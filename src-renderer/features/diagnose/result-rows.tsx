import { useTranslation } from 'react-i18next'
import type { DiagnosticResult } from '#shared/model/diagnose.ts'
import classes from './diagnose.module.css'
import { timesOf } from './metric-scale.ts'

type Rows = DiagnosticResult['rows']

/** The hops of a route, each with its times as bars of one scale; some boxes tell the hops only. */
export function HopRows({ rows }: { rows: Rows }) {
  const { t } = useTranslation()
  const times = rows.map((row) => timesOf(row.timesMs ?? ''))
  const hasTimes = times.some((own) => own.length > 0)
  const longest = Math.max(1, ...times.flat().map((time) => time ?? 0))
  return (
    <table className={classes.table}>
      <caption className="visually-hidden">{t('diagnose.result.hops')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('diagnose.result.hop')}</th>
          <th scope="col">{t('diagnose.result.address')}</th>
          {hasTimes && <th scope="col">{t('diagnose.result.times')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: hops are known by their number
          <tr key={index}>
            <td>{index + 1}</td>
            <td className="mono">
              {[row.address, row.host].filter((text, at, all) => text && all.indexOf(text) === at).join(' · ') || '*'}
            </td>
            {hasTimes && (
              <td>
                <span className={classes.times}>
                  {times[index]?.map((time, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: tries are known by their number
                    <span key={at} className={classes.time}>
                      <span className={classes.timeBar} style={{ width: `${(100 * (time ?? 0)) / longest}%` }} />
                      <span>{time ?? '*'}</span>
                    </span>
                  ))}
                  {times[index]?.length === 0 && <span className={classes.soft}>{t('diagnose.result.noAnswer')}</span>}
                </span>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What the name servers answered. */
export function AnswerRows({ rows }: { rows: Rows }) {
  const { t } = useTranslation()
  const columns = ['answerName', 'addresses', 'server', 'times'] as const
  return (
    <table className={classes.table}>
      <caption className="visually-hidden">{t('diagnose.result.answers')}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`diagnose.result.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: answers are known by their number
          <tr key={index}>
            <td className="mono">{row.name || row.status}</td>
            <td className="mono">{row.addresses || '–'}</td>
            <td className="mono">{row.server || '–'}</td>
            <td>{row.responseMs || '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
