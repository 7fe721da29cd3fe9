import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import { deviceName } from './device-name.ts'
import { JobDialog } from './job-dialog.tsx'

/** Restarts the box and waits for its Inform. */
export function RebootAction({ device }: { device: Device }) {
  const { t } = useTranslation()
  return (
    <JobDialog
      kind="reboot"
      deviceId={device.id}
      title={t('actions.rebootTitle', { name: deviceName(device) })}
      confirmLabel={t('actions.reboot')}
      input={{}}
      isDestructive
      renderResult={({ softwareVersion, events }) => (
        <p>{t('actions.rebooted', { version: softwareVersion, events: events.join(', ') })}</p>
      )}
      renderButton={(open) => (
        <Button variant="default" onClick={open}>
          {t('actions.reboot')}
        </Button>
      )}
    >
      <p>{t('actions.rebootText')}</p>
    </JobDialog>
  )
}
