import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CreatedInstance as Created } from '#shared/model/provision.ts'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { InlineJob } from '../jobs/inline-job.tsx'
import { useStartJob } from '../jobs/use-start-job.ts'
import classes from './provision.module.css'

interface CreatedInstanceProps {
  deviceId: string
  instance: Created
  isOver: boolean
}

/** An instance that was added, and the way to undo that: no value from before can be brought back. */
export function CreatedInstance({ deviceId, instance: { path, root, status }, isOver }: CreatedInstanceProps) {
  const { t } = useTranslation()
  const remove = useStartJob('deleteObject', deviceId)
  return (
    <div className={classes.undo}>
      <span>{t(`provision.created.${status}`, { path })}</span>
      {isOver && status !== 'removed' && remove.id === null && (
        <ConfirmButton
          title={t('provision.created.removeTitle', { path: root })}
          text={t('provision.created.removeText')}
          confirmLabel={t('common.delete')}
          onConfirm={async () => remove.run({ path: root })}
          renderButton={(open) => (
            <Button variant="default" leftSection={<IconTrash size={15} />} loading={remove.isRunning} onClick={open}>
              {t('provision.created.remove')}
            </Button>
          )}
        />
      )}
      {remove.error && <ErrorPanel error={remove.error} />}
      {remove.id !== null && <InlineJob id={remove.id} kind="deleteObject" />}
    </div>
  )
}
