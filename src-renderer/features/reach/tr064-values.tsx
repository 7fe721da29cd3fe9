import { useTranslation } from 'react-i18next'
import type { Tr064Info } from '#shared/model/pointing.ts'
import classes from './pointing.module.css'

interface Tr064ValuesProps {
  before: Tr064Info
  /** What the box reads back; null until something was written. */
  after: Tr064Info | null
  wantedUrl: string
}

/** The ACS settings of a box, old and new side by side. */
export function Tr064Values({ before, after, wantedUrl }: Tr064ValuesProps) {
  const { t } = useTranslation()
  const interval = ({ periodicInformInterval }: Tr064Info) => String(periodicInformInterval ?? t('common.notGiven'))
  const rows: [label: string, read: (info: Tr064Info) => string, wanted: string | null][] = [
    [t('shell.status.acsUrl'), ({ url }) => url || t('common.notGiven'), wantedUrl],
    [t('handOver.username'), ({ username }) => username || t('common.notGiven'), null],
    [t('handOver.interval'), interval, null],
  ]
  return (
    <table className={classes.values}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t('pointing.tr064.setting')}</span>
          </th>
          <th scope="col">{t('pointing.tr064.before')}</th>
          <th scope="col">{after ? t('pointing.tr064.after') : t('pointing.tr064.planned')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, read, wanted]) => {
          const next = after ? read(after) : (wanted ?? read(before))
          return (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{read(before)}</td>
              <td data-changed={next !== read(before)}>{next}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
