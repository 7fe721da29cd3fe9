import { Button, Group, Modal } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useField } from '../../stores/field-store.ts'
import { navigate } from '../../stores/route.ts'
import { usePendingWatch } from './use-pending-watch.ts'

/** Asks before the window closes while boxes still contact this laptop: without it they have no ACS. */
export function HandOverGuard() {
  const { t } = useTranslation()
  const pending = useField((field) => field.pending) ?? []
  const [isAsking, setAsking] = useState(false)
  const mayClose = useRef(false)
  const count = pending.length
  usePendingWatch()

  useEffect(() => {
    const handle = (event: BeforeUnloadEvent): void => {
      // One question at a time: unsent changes are asked about first.
      if (mayClose.current || count === 0 || event.defaultPrevented) return
      event.preventDefault()
      setAsking(true)
    }
    window.addEventListener('beforeunload', handle)
    return () => window.removeEventListener('beforeunload', handle)
  }, [count])

  if (!isAsking) return null
  return (
    <Modal
      opened
      onClose={() => setAsking(false)}
      title={t('handOver.pending.title', { count })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <p>{t('handOver.pending.text')}</p>
      <ul>
        {pending.map(({ deviceId, modelName, serialNumber }) => (
          <li key={deviceId}>
            {modelName} {serialNumber}
          </li>
        ))}
      </ul>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button
          variant="default"
          color="red"
          onClick={() => {
            mayClose.current = true
            window.close()
          }}
        >
          {t('handOver.pending.leaveAnyway')}
        </Button>
        <Button
          data-autofocus
          onClick={() => {
            setAsking(false)
            navigate({ page: 'reach', tab: 'handOver' })
          }}
        >
          {t('handOver.goThere')}
        </Button>
      </Group>
    </Modal>
  )
}
