import { useTranslation } from 'react-i18next'
import { isFinal } from '#shared/model/job.ts'
import type { ProvisionedValue } from '#shared/model/provision.ts'
import type { TemplateVariable } from '#shared/model/template.ts'
import type { WrittenValue } from '#shared/model/written-value.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { WrittenTable } from '../changes/written-table.tsx'
import { useJobSession } from '../read/use-job-session.ts'
import { ChangesTable, UnchangedValues } from '../templates/changes-table.tsx'
import { ProblemList } from '../templates/problem-list.tsx'
import { CreatedInstance } from './created-instance.tsx'
import classes from './provision.module.css'
import { UndoProvision } from './undo-provision.tsx'
import type { BatchRow } from './use-batch.ts'

interface BoxResultProps {
  row: BatchRow
  variables: readonly TemplateVariable[]
  onRetry?: () => void
}

/** What became of every value of one box: planned, then verified, different or refused; and the way back. */
export function BoxResult({ row: { job, result }, variables, onRetry }: BoxResultProps) {
  const { t } = useTranslation()
  const session = useJobSession(job)
  const isOver = isFinal(job.state)
  const values = result?.values ?? []
  const written = values.filter(isWritten)
  const planned = values.filter(({ status }) => status === 'planned')
  const unchanged = values.filter(({ status }) => status === 'unchanged')
  return (
    <div className={classes.result}>
      {job.notice && <ErrorPanel error={job.notice} isNotice deviceId={job.deviceId} />}
      {job.error && (
        <ErrorPanel
          error={job.error}
          isNotice={job.state === 'cancelled'}
          deviceId={job.deviceId}
          {...(onRetry && { retry: onRetry })}
          {...(session && { sessionId: session.id })}
        />
      )}
      {result && <ProblemList problems={result.problems} variables={variables} />}
      {written.length > 0 && <WrittenTable values={written} />}
      {planned.length > 0 && (
        <>
          {isOver && <p className={classes.soft}>{t('provision.result.notWritten')}</p>}
          <ChangesTable changes={planned.map((one) => ({ ...one, same: false }))} />
        </>
      )}
      {result?.created.map((one) => (
        <CreatedInstance key={one.object} deviceId={job.deviceId} instance={one} isOver={isOver} />
      ))}
      {unchanged.length > 0 && <UnchangedValues values={unchanged} />}
      {isOver && result?.rebooted && <p className={classes.soft}>{t('provision.result.rebooted')}</p>}
      {isOver && result?.snapshotId && written.length > 0 && (
        <UndoProvision
          deviceId={job.deviceId}
          snapshotId={result.snapshotId}
          values={written.filter(({ name }) => !result.created.some(({ root }) => name.startsWith(root)))}
        />
      )}
    </div>
  )
}

function isWritten(value: ProvisionedValue): value is ProvisionedValue & WrittenValue {
  return value.status !== 'planned' && value.status !== 'unchanged'
}
