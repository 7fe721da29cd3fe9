import { Button, Group, Modal } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import type { Firmware } from '#shared/model/firmware.ts'
import { carriesVersion, changesVersion } from '#shared/model/firmware-push.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useAction } from '../../ui/use-action.ts'
import classes from './firmware.module.css'

/** As long the button stays dead: a second click of a hurried hand must not start it. */
const readMs = 2000

interface ConfirmPushProps {
  firmware: Firmware
  fileType: string
  devices: readonly Device[]
  blockedIds: readonly string[]
  reason: string
  isReady: boolean
  onConfirm: () => Promise<void>
}

/** The last look before it starts: every box by serial number, from which version to which. Cancel has the focus. */
export function ConfirmPush({ isReady, onConfirm, ...shown }: ConfirmPushProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const count = shown.devices.length
  const isFirmware = changesVersion(shown.fileType)
  return (
    <>
      <Button size="sm" disabled={!isReady} onClick={() => setOpen(true)}>
        {t('firmware.confirm.button')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        size="lg"
        title={t(isFirmware ? 'firmware.confirm.title' : 'firmware.confirm.titleFile', { count })}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <Question {...shown} isFirmware={isFirmware} onCancel={() => setOpen(false)} onConfirm={onConfirm} />
      </Modal>
    </>
  )
}

interface QuestionProps extends Omit<ConfirmPushProps, 'isReady'> {
  isFirmware: boolean
  onCancel: () => void
}

function Question({ firmware, devices, blockedIds, reason, isFirmware, onCancel, onConfirm }: QuestionProps) {
  const { t } = useTranslation()
  const [isRead, setRead] = useState(false)
  const go = useAction(onConfirm)
  const count = devices.length
  useEffect(() => {
    const timer = setTimeout(() => setRead(true), readMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <>
      <p>
        {t(isFirmware ? 'firmware.confirm.text' : 'firmware.confirm.textFile')}{' '}
        <strong>{t('firmware.confirm.power')}</strong>
      </p>
      <p className={classes.confirmFile}>{firmware.fileName}</p>
      <div className={classes.confirmBoxes}>
        <table>
          <thead>
            <tr>
              <th>{t('firmware.confirm.box')}</th>
              <th>{t('firmware.confirm.serial')}</th>
              <th>{t('firmware.confirm.versions')}</th>
            </tr>
          </thead>
          <tbody>
            {devices.map((device) => (
              <tr key={device.id}>
                <td>
                  {device.modelName || device.productClass}
                  {blockedIds.includes(device.id) && (
                    <div className={classes.blockedNote}>{t('firmware.confirm.override', { reason })}</div>
                  )}
                </td>
                <td>
                  <code>{device.serialNumber}</code>
                </td>
                <td className={classes.versions}>
                  {device.softwareVersion || t('firmware.confirm.unknownVersion')}
                  {carriesVersion(firmware.metadata.fileType) && (
                    <>
                      <IconArrowRight size={14} aria-hidden="true" />
                      <strong>{firmware.metadata.version || t('firmware.confirm.unknownVersion')}</strong>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {go.error && <ErrorPanel error={go.error} />}
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" data-autofocus onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button color="red" disabled={!isRead} loading={go.isRunning} onClick={go.run}>
          {isRead
            ? t(isFirmware ? 'firmware.confirm.go' : 'firmware.confirm.goFile', { count })
            : t('firmware.confirm.soon')}
        </Button>
      </Group>
    </>
  )
}
