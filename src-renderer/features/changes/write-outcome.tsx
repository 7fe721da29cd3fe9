import { Button, Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import { type Job, jobKinds } from '#shared/model/job.ts'
import type { WrittenValue } from '#shared/model/written-value.ts'
import { stage } from '../../stores/pending-store.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useAction } from '../../ui/use-action.ts'
import { startJob } from '../../ui/use-job.ts'
import { KeptBefore } from '../backup/kept-before.tsx'
import classes from './changes.module.css'
import { countsOf, isUnnamedRefusal, undoOf } from './outcome.ts'
import { RebootOffer } from './reboot-offer.tsx'
import { WrittenTable } from './written-table.tsx'

interface WriteOutcomeProps {
  device: Device | undefined
  job: Job
  /** Told of the job that writes the same in another way. */
  onStarted: (jobId: string) => void
  /** Told when the values from before were staged. */
  onUndo: () => void
}

/** What a finished write has come to, row by row, and what can be done next. */
export function WriteOutcome({ device, job, onStarted, onUndo }: WriteOutcomeProps) {
  const { t } = useTranslation()
  const result = jobKinds.write.result.safeParse(job.result).data
  const bisect = useAction(async () => {
    onStarted(await startJob('write', job.deviceId, { ...jobKinds.write.input.parse(job.input), bisect: true }))
  })
  if (!result) return null
  const isAfterReboot = result.values.some(({ pending }) => pending) || result.status === 1
  const undo = undoOf(result)
  return (
    <>
      <WrittenTable values={result.values} />
      {isUnnamedRefusal(result) && (
        <div className={classes.offer}>
          <p>{t('changes.bisect.text')}</p>
          <Button loading={bisect.isRunning} onClick={bisect.run}>
            {t('changes.bisect.button')}
          </Button>
        </div>
      )}
      {isAfterReboot && device && <RebootOffer device={device} paths={result.values.map(({ name }) => name)} />}
      {bisect.error && <ErrorPanel error={bisect.error} />}
      {device && undo.changes.length > 0 && (
        <div className={classes.undo}>
          <Tooltip label={t('changes.result.undoHint')} multiline w={260}>
            <Button
              variant="default"
              onClick={() => {
                stage(device.id, undo.changes)
                onUndo()
              }}
            >
              {t('changes.result.undo')}
            </Button>
          </Tooltip>
          {undo.leftOut > 0 && (
            <span className={classes.faint}>{t('changes.result.undoLeftOut', { count: undo.leftOut })}</span>
          )}
        </div>
      )}
      <KeptBefore
        snapshotId={result.snapshotId}
        deviceId={job.deviceId}
        hasUndo={device !== undefined && undo.changes.length > 0}
      />
    </>
  )
}

/** How many of each, for a headline. */
export function useOutcomeText(job: Job): string {
  return useCountsText(jobKinds.write.result.safeParse(job.result).data?.values ?? [])
}

/** The same for values that another job has written. */
export function useCountsText(values: readonly WrittenValue[]): string {
  const { t } = useTranslation()
  const counts = countsOf(values)
  return (['verified', 'different', 'failed'] as const)
    .filter((status) => counts[status] > 0)
    .map((status) => t(`changes.result.${status}`, { count: counts[status] }))
    .join(' · ')
}
