import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import { call } from '../../api.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useAction } from '../../ui/use-action.ts'

const longestNote = 2000

async function saveNote(id: string, note: string): Promise<void> {
  await call('devices.setNote', { id, note })
}

/** The technician's own words about a box; kept when the field is left. */
export function NoteCard({ device }: { device: Device }) {
  const { t } = useTranslation()
  const [note, setNote] = useState(device.note)
  const save = useAction(saveNote)
  return (
    <Card title={t('devices.page.note')}>
      <Textarea
        aria-label={t('devices.page.note')}
        placeholder={t('devices.page.noteHint')}
        value={note}
        maxLength={longestNote}
        autosize
        minRows={1}
        maxRows={6}
        onChange={(event) => setNote(event.currentTarget.value)}
        onBlur={() => note !== device.note && save.run(device.id, note)}
        description={note !== '' && note === device.note ? t('devices.page.noteSaved') : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
      {save.error && <ErrorPanel error={save.error} />}
    </Card>
  )
}
