import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import { call } from '../../api.ts'
import { navigate } from '../../stores/route.ts'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { deviceName } from './device-name.ts'

/** Takes a box out of the list, after a question. */
export function ForgetButton({ device }: { device: Device }) {
  const { t } = useTranslation()
  return (
    <ConfirmButton
      title={t('devices.page.forgetTitle', { name: deviceName(device) })}
      text={t('devices.page.forgetText')}
      confirmLabel={t('devices.page.forgetConfirm')}
      onConfirm={async () => {
        await call('devices.forget', { id: device.id })
        navigate({ page: 'devices' })
      }}
      renderButton={(open) => (
        <Button variant="default" onClick={open}>
          {t('devices.page.forget')}
        </Button>
      )}
    />
  )
}
