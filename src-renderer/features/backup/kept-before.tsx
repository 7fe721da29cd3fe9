import { Button, Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { navigate } from '../../stores/route.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useAction } from '../../ui/use-action.ts'
import classes from './backup.module.css'
import { showDifferences } from './show-differences.ts'

interface KeptBeforeProps {
  snapshotId: string | null
  deviceId: string
  /** There is another way back beside it: then it only shows where the values are. */
  hasUndo?: boolean
}

/** Where a job kept what stood in the box before, and the way back there; nothing where there was nothing to keep. */
export function KeptBefore({ snapshotId, deviceId, hasUndo = false }: KeptBeforeProps) {
  const { t } = useTranslation()
  const undo = useAction(async (id: string) => {
    navigate({ page: 'job', id: await showDifferences(id, deviceId) })
  })
  if (snapshotId === null) return null
  return (
    <div className={classes.kept}>
      <span>{t('backup.before.kept')}</span>
      <Button variant="subtle" size="compact-sm" onClick={() => navigate({ page: 'snapshot', id: snapshotId })}>
        {t('backup.before.show')}
      </Button>
      {!hasUndo && (
        <Tooltip label={t('backup.before.restoreHint')} multiline w={260}>
          <Button variant="subtle" size="compact-sm" loading={undo.isRunning} onClick={() => undo.run(snapshotId)}>
            {t('backup.before.restore')}
          </Button>
        </Tooltip>
      )}
      {undo.error && <ErrorPanel error={undo.error} deviceId={deviceId} />}
    </div>
  )
}
