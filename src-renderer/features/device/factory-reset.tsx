import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import { useApp } from '../../stores/app-store.ts'
import { deviceName } from './device-name.ts'
import { JobDialog } from './job-dialog.tsx'

/** Deletes the customer's settings: the end of the serial number must be typed, and what may be lost is said first. */
export function FactoryReset({ device }: { device: Device }) {
  const { t } = useTranslation()
  const acsUrl = useApp((app) => app.endpoints.acsUrl)
  const [typed, setTyped] = useState('')
  const wanted = device.serialNumber.slice(-4)
  return (
    <JobDialog
      kind="factoryReset"
      deviceId={device.id}
      title={t('actions.resetTitle', { name: deviceName(device) })}
      confirmLabel={t('actions.reset')}
      input={{}}
      isDestructive
      isLocked={typed.trim().toLowerCase() !== wanted.toLowerCase()}
      renderResult={({ softwareVersion, events }) => (
        <p>{t('actions.wasReset', { version: softwareVersion, events: events.join(', ') })}</p>
      )}
      renderButton={(open) => (
        <Button
          variant="default"
          color="red"
          onClick={() => {
            setTyped('')
            open()
          }}
        >
          {t('actions.reset')} …
        </Button>
      )}
    >
      <p>{t('actions.resetText')}</p>
      <p style={{ margin: '10px 0' }}>
        <strong>{t('actions.resetUrl')}</strong> {t('actions.resetUrlText', { acsUrl })}
      </p>
      <TextInput
        label={t('actions.typeSerial', { end: wanted })}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoComplete="off"
      />
    </JobDialog>
  )
}
