import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { JobResult } from '#shared/model/job.ts'
import type { WrittenValue } from '#shared/model/written-value.ts'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { ParameterName } from '../changes/parameter-name.tsx'
import { WrittenTable } from '../changes/written-table.tsx'
import { InlineJob } from '../jobs/inline-job.tsx'
import { useStartJob } from '../jobs/use-start-job.ts'
import classes from './provision.module.css'

interface UndoProvisionProps {
  deviceId: string
  /** What stood in the box before. */
  snapshotId: string
  values: readonly WrittenValue[]
}

/** Brings back what stood in the box before, of the values that were written; what cannot come back is named. */
export function UndoProvision({ deviceId, snapshotId, values }: UndoProvisionProps) {
  const { t } = useTranslation()
  const undo = useStartJob('restore', deviceId)
  const paths = values.filter(({ status }) => status !== 'failed').map(({ name }) => name)
  const hidden = values.filter((value) => value.hidden && value.old === '').map(({ name }) => name)
  if (paths.length === 0) return null
  if (undo.id !== null) {
    return (
      <InlineJob id={undo.id} kind="restore" renderResult={(result) => <Restored result={result} hidden={hidden} />} />
    )
  }
  return (
    <div className={classes.undo}>
      <ConfirmButton
        title={t('provision.undo.title')}
        text={t('provision.undo.text', { count: paths.length })}
        confirmLabel={t('provision.undo.confirm')}
        isHarmless
        onConfirm={async () => undo.run({ snapshotId, paths, backup: true })}
        renderButton={(open) => (
          <Button variant="default" leftSection={<IconArrowBackUp size={15} />} loading={undo.isRunning} onClick={open}>
            {t('provision.undo.button')}
          </Button>
        )}
      />
      {undo.error && <ErrorPanel error={undo.error} />}
    </div>
  )
}

/** `hidden`: what the box never shows, so that nobody knows what stood there. */
function Restored({ result, hidden }: { result: JobResult<'restore'>; hidden: readonly string[] }) {
  const { t } = useTranslation()
  const written = result.values.filter(
    (value): value is typeof value & WrittenValue => value.status !== 'planned' && value.status !== 'unchanged',
  )
  const concealed = hidden.map((name) => ({ name, reason: 'concealed' as const }))
  const skipped = [...concealed, ...result.skipped.filter(({ name }) => !hidden.includes(name))]
  return (
    <>
      {written.length > 0 && <WrittenTable values={written} />}
      {skipped.length > 0 && (
        <>
          <p>{t('provision.undo.skipped', { count: skipped.length })}</p>
          <ul className={classes.skipped}>
            {skipped.map(({ name, reason }) => (
              <li key={name}>
                <ParameterName path={name} />
                <span className={classes.soft}>{t(`restore.reasons.${reason}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
