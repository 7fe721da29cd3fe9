import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BackupResult } from '#shared/model/provision.ts'
import { useFormat } from '../../i18n/format.ts'
import { useWords } from '../../i18n/words.ts'
import { navigate } from '../../stores/route.ts'
import classes from './backup.module.css'

/** What a backup has kept, and where it is. */
export function BackupSummary({ result, deviceId }: { result: BackupResult; deviceId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useWords()
  const { snapshotId, valueCount, writableCount, failedCount, configFile, configError } = result
  return (
    <div className={classes.summary} role="status">
      <ul className={classes.result}>
        <li>
          <strong>{t('backup.result.values', { count: valueCount })}</strong>
          {' · '}
          {t('backup.result.writable', { count: writableCount })}
        </li>
        {failedCount > 0 && <li className={classes.warn}>{t('backup.result.failed', { count: failedCount })}</li>}
        {configFile && (
          <li>
            {t('backup.result.configFile', { name: configFile.fileName, size: format.bytes(configFile.sizeBytes) })}
          </li>
        )}
        {configError && (
          <li className={classes.warn}>
            {t('backup.result.noConfigFile')}: {words.error(configError).title}. {words.error(configError).cause}
          </li>
        )}
      </ul>
      <div className={classes.actions}>
        <Button variant="default" onClick={() => navigate({ page: 'snapshot', id: snapshotId })}>
          {t('backup.result.open')}
        </Button>
        <Button variant="default" onClick={() => navigate({ page: 'restore', snapshotId })}>
          {t('backup.result.restore')}
        </Button>
        {configFile && (
          <Button
            variant="default"
            onClick={() => navigate({ page: 'firmware', firmwareId: configFile.firmwareId, deviceIds: [deviceId] })}
          >
            {t('backup.list.sendFile')}
          </Button>
        )}
      </div>
    </div>
  )
}
