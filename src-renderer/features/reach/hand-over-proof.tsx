import { useTranslation } from 'react-i18next'
import type { JobResult } from '#shared/model/job.ts'
import { ShapeIcon } from '../../ui/shape.tsx'
import { WrittenTable } from '../changes/written-table.tsx'
import classes from './pointing.module.css'

/** What shows that a box is back with its operator: that it stays away, and each value as it reads back. */
export function HandOverProof({ proof, values, isPasswordWritten }: JobResult<'handOver'>) {
  const { t } = useTranslation()
  return (
    <div className={classes.remembered}>
      <p className={classes.outcome} role="status">
        <ShapeIcon shape="check" tone="ok" />
        {t(`handOver.proofs.${proof}`)}
      </p>
      <WrittenTable values={values} />
      {!isPasswordWritten && <p className={classes.soft}>{t('handOver.passwordStays')}</p>}
    </div>
  )
}
