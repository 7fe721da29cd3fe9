import { Button, Group, Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from './error-panel.tsx'
import { useAction } from './use-action.ts'

interface ConfirmButtonProps {
  title: string
  text: string
  confirmLabel: string
  onConfirm: () => Promise<void>
  /** What can be undone: the question stays, the warning colour goes. */
  isHarmless?: boolean
  renderButton: (open: () => void) => React.ReactNode
}

/** A button that asks before it does what cannot be undone; the safe answer has the focus. */
export function ConfirmButton({
  title,
  text,
  confirmLabel,
  onConfirm,
  isHarmless = false,
  renderButton,
}: ConfirmButtonProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const confirm = useAction(async () => {
    await onConfirm()
    setOpen(false)
  })
  return (
    <>
      {renderButton(() => setOpen(true))}
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={title}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <p>{text}</p>
        {confirm.error && <ErrorPanel error={confirm.error} />}
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" data-autofocus onClick={() => setOpen(false)}>
            {t('common.cancel')}
          </Button>
          <Button {...(!isHarmless && { color: 'red' })} loading={confirm.isRunning} onClick={confirm.run}>
            {confirmLabel}
          </Button>
        </Group>
      </Modal>
    </>
  )
}
