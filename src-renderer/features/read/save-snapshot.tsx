import { Button } from '@mantine/core'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '#shared/model/snapshot.ts'
import { call } from '../../api.ts'
import { useFormat } from '../../i18n/format.ts'
import { navigate } from '../../stores/route.ts'
import { NameButton } from '../../ui/name-button.tsx'
import classes from './read.module.css'

interface SaveSnapshotProps {
  jobId: string
  suggestedName: string
  at: string
}

/** Keeps the values under a name. */
export function SaveSnapshot({ jobId, suggestedName, at }: SaveSnapshotProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [saved, setSaved] = useState<Snapshot | null>(null)
  return (
    <>
      <NameButton
        title={t('read.save.button')}
        label={t('read.save.name')}
        suggest={() => t('read.save.suggestion', { sets: suggestedName, date: format.dateTime(at) })}
        onName={async (name) => setSaved(await call('snapshots.save', { jobId, name }))}
        renderButton={(open) => (
          <Button leftSection={<IconDeviceFloppy size={16} />} onClick={open}>
            {t('read.save.button')}
          </Button>
        )}
      />
      {saved && (
        <span className={classes.saved} role="status">
          {t('read.save.saved', { name: saved.name })}{' '}
          <Button variant="subtle" size="compact-xs" onClick={() => navigate({ page: 'snapshot', id: saved.id })}>
            {t('read.save.open')}
          </Button>
        </span>
      )}
    </>
  )
}
