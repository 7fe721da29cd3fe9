import { Button } from '@mantine/core'
import { IconBell, IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import type { JobResult } from '#shared/model/job.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { InlineJob } from '../jobs/inline-job.tsx'
import { useStartJob } from '../jobs/use-start-job.ts'
import classes from './alarms.module.css'
import { SubscribeDialog } from './subscribe-dialog.tsx'

/** What can be asked of the chosen box: its alarms now, and to tell of them by itself. */
export function BoxAlarms({ device }: { device: Device }) {
  const { t } = useTranslation()
  const [isSubscribing, setSubscribing] = useState(false)
  const read = useStartJob('readFaults', device.id)
  return (
    <>
      <div className={classes.buttons}>
        <Button
          variant="default"
          leftSection={<IconRefresh size={15} />}
          loading={read.isRunning}
          onClick={() => read.run({})}
        >
          {t('alarms.actions.readNow')}
        </Button>
        <Button variant="default" leftSection={<IconBell size={15} />} onClick={() => setSubscribing(true)}>
          {t('alarms.actions.subscribe')}
        </Button>
      </div>
      {read.error && <ErrorPanel error={read.error} />}
      {read.id !== null && (
        <InlineJob id={read.id} kind="readFaults" renderResult={(result) => <Found {...result} />} />
      )}
      {isSubscribing && <SubscribeDialog device={device} onClose={() => setSubscribing(false)} />}
    </>
  )
}

function Found({ tables, alarms }: JobResult<'readFaults'>) {
  const { t } = useTranslation()
  return (
    <p>
      {t('alarms.read.found', { count: alarms.length })}
      {' · '}
      <span className={classes.soft}>
        {tables.length === 0 ? t('alarms.read.noTables') : t('alarms.read.tables', { tables: tables.join(', ') })}
      </span>
    </p>
  )
}
