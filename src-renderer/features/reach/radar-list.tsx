import { useTranslation } from 'react-i18next'
import type { RadarEntry } from '#shared/model/self-check.ts'
import { useField } from '../../stores/field-store.ts'
import classes from './radar.module.css'
import { RadarRow } from './radar-row.tsx'
import { sortedRadar } from './radar-stages.ts'

/** The addresses on the radar, those that need help first. */
export function RadarList({ most }: { most?: number }) {
  const { t } = useTranslation()
  const entries = sortedRadar(useField(({ radar }) => radar) ?? [])
  const shown = most === undefined ? entries : entries.slice(0, most)
  return (
    <ul className={classes.list} aria-label={t('radar.title')}>
      {shown.map((entry: RadarEntry) => (
        <RadarRow key={entry.address} entry={entry} />
      ))}
    </ul>
  )
}
