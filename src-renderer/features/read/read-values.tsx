import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Job, JobResult } from '#shared/model/job.ts'
import { useShortcut } from '../../keyboard/use-shortcut.ts'
import { ExportButton } from '../values/export-button.tsx'
import { Failures } from '../values/failures.tsx'
import { ValuesTable } from '../values/values-table.tsx'
import classes from './read.module.css'
import { SaveSnapshot } from './save-snapshot.tsx'

interface ReadValuesProps {
  job: Job
  result: JobResult<'read'>
  name: string
  suggestedName: string
  again: { run: () => void; isRunning: boolean }
  onOther: () => void
}

/** What a read has brought, and what to do with it. */
export function ReadValues({ job, result, name, suggestedName, again, onOther }: ReadValuesProps) {
  const { t } = useTranslation()
  const at = job.endedAt ?? job.createdAt
  useShortcut('refresh', again.run)
  return (
    <>
      <div className={classes.valueActions}>
        <SaveSnapshot jobId={job.id} suggestedName={suggestedName} at={at} />
        <ExportButton subject={name} at={at} values={result.values} failed={result.failed} />
        <span className={classes.space} />
        <Button variant="default" onClick={onOther}>
          {t('read.values.other')}
        </Button>
        <Button variant="default" leftSection={<IconRefresh size={15} />} loading={again.isRunning} onClick={again.run}>
          {t('read.values.again')}
        </Button>
      </div>
      <Failures failed={result.failed} />
      <ValuesTable values={result.values} />
    </>
  )
}
