import { Button, Group, Modal } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import { keepChanges, pendingCount, revert, usePending, usePendingStore } from '../../stores/pending-store.ts'
import { guardLeaving } from '../../stores/route.ts'
import { deviceName } from '../device/device-name.ts'

/** Asks once when the tree of a box is left with changes that were not sent. */
export function LeaveGuard({ device }: { device: Device }) {
  const { t } = useTranslation()
  const count = Object.keys(usePending(device.id)).length
  const isKept = usePendingStore((store) => store.kept.has(device.id))
  const [go, setGo] = useState<(() => void) | null>(null)
  useEffect(() => {
    if (count === 0 || isKept) return
    return guardLeaving((leave) => {
      setGo(() => leave)
      return true
    })
  }, [count, isKept])
  if (!go) return null
  return (
    <Modal
      opened
      onClose={() => setGo(null)}
      title={t('changes.leave.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <p>{t('changes.leave.text', { count, name: deviceName(device) })}</p>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={() => setGo(null)}>
          {t('changes.leave.stay')}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            revert(device.id)
            go()
          }}
        >
          {t('changes.leave.discard')}
        </Button>
        <Button
          data-autofocus
          onClick={() => {
            keepChanges(device.id)
            go()
          }}
        >
          {t('changes.leave.keep')}
        </Button>
      </Group>
    </Modal>
  )
}

/** Asks before the window closes: changes live in memory only, because secrets may be among them. */
export function CloseGuard() {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  const mayClose = useRef(false)
  useEffect(() => {
    const handle = (event: BeforeUnloadEvent): void => {
      if (mayClose.current || pendingCount() === 0) return
      event.preventDefault()
      setAsking(true)
    }
    window.addEventListener('beforeunload', handle)
    return () => window.removeEventListener('beforeunload', handle)
  }, [])
  if (!isAsking) return null
  return (
    <Modal
      opened
      onClose={() => setAsking(false)}
      title={t('changes.leave.closeTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <p>{t('changes.leave.closeText', { count: pendingCount() })}</p>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
          {t('changes.leave.stay')}
        </Button>
        <Button
          color="red"
          onClick={() => {
            mayClose.current = true
            window.close()
          }}
        >
          {t('changes.leave.close')}
        </Button>
      </Group>
    </Modal>
  )
}
