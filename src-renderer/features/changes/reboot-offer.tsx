import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { startJob } from '../../ui/use-job.ts'
import { deviceName } from '../device/device-name.ts'
import classes from './changes.module.css'

/** For values that take effect after a restart: it, and a read afterwards. */
export function RebootOffer({ device, paths }: { device: Device; paths: string[] }) {
  const { t } = useTranslation()
  return (
    <div className={classes.offer}>
      <p>{t('changes.reboot.text')}</p>
      <ConfirmButton
        title={t('changes.reboot.title', { name: deviceName(device) })}
        text={t('changes.reboot.confirmText')}
        confirmLabel={t('changes.reboot.confirm')}
        onConfirm={async () => {
          await startJob('reboot', device.id, {})
          await startJob('read', device.id, { paths })
        }}
        renderButton={(open) => <Button onClick={open}>{t('changes.reboot.button')}</Button>}
      />
    </div>
  )
}
