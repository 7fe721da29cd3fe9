import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Monitor } from '#shared/model/monitor.ts'
import { CopyIcon } from '../../ui/copy-button.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { InlineJob } from '../jobs/inline-job.tsx'
import { useStartJob } from '../jobs/use-start-job.ts'
import classes from './monitor.module.css'

/** Tells a box where to send its bulk data, or to stop: by one press, or by hand with the URL. */
export function BulkSetUp({ monitor }: { monitor: Monitor }) {
  const { t } = useTranslation()
  const { deviceId, bulkUrl, intervalSeconds, paths } = monitor
  const job = useStartJob('bulkData', deviceId)
  return (
    <div className={classes.bulk}>
      <p className={classes.soft}>{t('monitor.bulk.hint')}</p>
      <Group gap="xs">
        <Button loading={job.isRunning} onClick={() => job.run({ url: bulkUrl, intervalSeconds, paths })}>
          {t('monitor.bulk.setUp')}
        </Button>
        <Button variant="default" disabled={job.isRunning} onClick={() => job.run({ url: null })}>
          {t('monitor.bulk.takeOut')}
        </Button>
      </Group>
      <p className={classes.soft}>
        {t('monitor.bulkUrl')} <code>{bulkUrl}</code> <CopyIcon value={bulkUrl} what={t('monitor.bulkUrl')} />
      </p>
      {job.error && <ErrorPanel error={job.error} />}
      {job.id !== null && (
        <InlineJob
          id={job.id}
          kind="bulkData"
          renderResult={({ profile, encoding, intervalSeconds: seconds, references }) => (
            <p>
              {profile === null
                ? t('monitor.bulk.gone')
                : t('monitor.bulk.isSetUp', { count: references.length, encoding: encoding ?? '', seconds, profile })}
            </p>
          )}
        />
      )}
    </div>
  )
}
