import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { usePushStore } from '../../stores/push-store.ts'
import { navigate } from '../../stores/route.ts'
import { Card } from '../../ui/card.tsx'
import { useCall } from '../../ui/use-call.ts'
import classes from './firmware.module.css'

const shownBatches = 5

/** The latest pushes, to come back to. */
export function RecentPushes() {
  const { t } = useTranslation()
  const format = useFormat()
  const revision = usePushStore((store) => store.batchRevision)
  const batches = useCall('firmware.batches', { limit: shownBatches }, revision)
  if (batches.status !== 'ready' || batches.value.length === 0) return null
  return (
    <Card title={t('firmware.library.recent')}>
      <ul className={classes.rows}>
        {batches.value.map(({ id, fileName, rounds, createdAt }) => (
          <li key={id} className={classes.row}>
            <div className={classes.fileLine}>
              <div className={classes.fileText}>
                <strong className={classes.fileName}>{fileName}</strong>
                <span className={classes.facts}>
                  <span>{format.dateTime(createdAt)}</span>
                  <span>{t('firmware.library.recentBoxes', { count: rounds[0]?.length ?? 0 })}</span>
                </span>
              </div>
              <Button variant="default" onClick={() => navigate({ page: 'firmware', batchId: id })}>
                {t('firmware.library.open')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
