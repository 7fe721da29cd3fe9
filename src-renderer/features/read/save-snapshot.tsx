import { Button, Group, Modal, TextInput } from '@mantine/core'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '#shared/model/snapshot.ts'
import { call } from '../../api.ts'
import { useFormat } from '../../i18n/format.ts'
import { navigate } from '../../stores/route.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useAction } from '../../ui/use-action.ts'
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
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [saved, setSaved] = useState<Snapshot | null>(null)
  const save = useAction(async () => {
    setSaved(await call('snapshots.save', { jobId, name: name.trim() }))
    setOpen(false)
  })
  const open = () => {
    setName(t('read.save.suggestion', { sets: suggestedName, date: format.dateTime(at) }))
    setOpen(true)
  }
  return (
    <>
      <Button leftSection={<IconDeviceFloppy size={16} />} onClick={open}>
        {t('read.save.button')}
      </Button>
      {saved && (
        <span className={classes.saved} role="status">
          {t('read.save.saved', { name: saved.name })}{' '}
          <Button variant="subtle" size="compact-xs" onClick={() => navigate({ page: 'snapshot', id: saved.id })}>
            {t('read.save.open')}
          </Button>
        </span>
      )}
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t('read.save.button')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault()
            save.run()
          }}
        >
          <TextInput
            data-autofocus
            label={t('read.save.name')}
            value={name}
            maxLength={200}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {save.error && <ErrorPanel error={save.error} />}
          <Group justify="flex-end" mt="md" gap="xs">
            <Button variant="default" onClick={() => setOpen(false)}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={save.isRunning} disabled={name.trim() === ''}>
              {t('common.save')}
            </Button>
          </Group>
        </form>
      </Modal>
    </>
  )
}
