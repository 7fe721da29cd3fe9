import { Button, Group, Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { guardLeaving } from '../../stores/route.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useAction } from '../../ui/use-action.ts'

/** Asks once when the editor is left with changes that are not kept. */
export function UnsavedGuard({ canSave, save }: { canSave: boolean; save: () => Promise<void> }) {
  const { t } = useTranslation()
  const [go, setGo] = useState<(() => void) | null>(null)
  useEffect(
    () =>
      guardLeaving((leave) => {
        setGo(() => leave)
        return true
      }),
    [],
  )
  const keep = useAction(async () => {
    await save()
    go?.()
  })
  if (!go) return null
  return (
    <Modal
      opened
      onClose={() => setGo(null)}
      title={t('templates.leave.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <p>{t('templates.leave.text')}</p>
      {keep.error && <ErrorPanel error={keep.error} />}
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={() => setGo(null)}>
          {t('templates.leave.stay')}
        </Button>
        <Button variant="default" onClick={go}>
          {t('templates.leave.discard')}
        </Button>
        <Button data-autofocus disabled={!canSave} loading={keep.isRunning} onClick={() => keep.run()}>
          {t('templates.leave.save')}
        </Button>
      </Group>
    </Modal>
  )
}
