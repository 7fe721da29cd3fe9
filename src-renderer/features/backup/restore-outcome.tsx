import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import type { Job } from '#shared/model/job.ts'
import type { RestoreResult } from '#shared/model/provision.ts'
import type { WrittenValue } from '#shared/model/written-value.ts'
import { Card } from '../../ui/card.tsx'
import { RebootOffer } from '../changes/reboot-offer.tsx'
import { useCountsText } from '../changes/write-outcome.tsx'
import { WrittenTable } from '../changes/written-table.tsx'
import { KeptBefore } from './kept-before.tsx'
import classes from './restore.module.css'
import { SkippedValues } from './skipped-values.tsx'

interface RestoreOutcomeProps {
  job: Job
  device: Device | undefined
  result: RestoreResult
}

/** What became of each value of a restore, what was left out, and the way back. */
export function RestoreOutcome({ job, device, result }: RestoreOutcomeProps) {
  const { t } = useTranslation()
  const { values, skipped, snapshotId, status } = result
  const written = values.filter((value): value is WrittenValue => 'status' in value && isWritten(value.status))
  const outcome = useCountsText(written)
  const count = (wanted: 'unchanged' | 'planned') => values.filter((value) => value.status === wanted).length
  const others = (['unchanged', 'planned'] as const).filter((one) => count(one) > 0)
  const isAfterReboot = status === 1 || written.some(({ pending }) => pending)
  return (
    <>
      <Card {...(outcome !== '' && { title: outcome })}>
        {written.length > 0 && <WrittenTable values={written} />}
        {others.length > 0 && (
          <p className={classes.soft}>
            {others.map((one) => t(`restore.outcome.${one}`, { count: count(one) })).join(' · ')}
          </p>
        )}
        {isAfterReboot && device && <RebootOffer device={device} paths={written.map(({ name }) => name)} />}
        <KeptBefore snapshotId={snapshotId} deviceId={job.deviceId} />
      </Card>
      <SkippedValues skipped={skipped} />
    </>
  )
}

function isWritten(status: RestoreResult['values'][number]['status']): status is WrittenValue['status'] {
  return status !== 'unchanged' && status !== 'planned'
}
