import { Button, Group, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from './error-panel.tsx'
import { useAction } from './use-action.ts'

interface NameButtonProps {
  title: string
  label: string
  /** What stands in the field when it opens. */
  suggest: () => string
  onName: (name: string) => Promise<void>
  renderButton: (open: () => void) => React.ReactNode
}

/** A button that asks for a name. */
export function NameButton({ title, label, suggest, onName, renderButton }: NameButtonProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const keep = useAction(async () => {
    await onName(name.trim())
    setOpen(false)
  })
  const open = () => {
    setName(suggest())
    setOpen(true)
  }
  return (
    <>
      {renderButton(open)}
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={title}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault()
            keep.run()
          }}
        >
          <TextInput
            data-autofocus
            label={label}
            value={name}
            maxLength={200}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {keep.error && <ErrorPanel error={keep.error} />}
          <Group justify="flex-end" mt="md" gap="xs">
            <Button variant="default" onClick={() => setOpen(false)}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={keep.isRunning} disabled={name.trim() === ''}>
              {t('common.save')}
            </Button>
          </Group>
        </form>
      </Modal>
    </>
  )
}
