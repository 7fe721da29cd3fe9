import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Device, DeviceStatus } from '#shared/model/device.ts'
import { navigate, type Route } from '../../stores/route.ts'
import { DeviceStatusLabel } from '../../ui/state-label.tsx'
import classes from './device.module.css'

const nextPlaces: Record<DeviceStatus, (device: Device) => Route> = {
  seen: () => ({ page: 'home' }),
  informing: () => ({ page: 'trace' }),
  managed: ({ id }) => ({ page: 'read', deviceId: id }),
  authFailed: () => ({ page: 'settings', focus: 'login' }),
  lost: () => ({ page: 'home' }),
}

/** Where the box is in its life, what that means, and the one next thing to do. */
export function DeviceStatusCard({ device }: { device: Device }) {
  const { t } = useTranslation()
  const { status } = device
  return (
    <section className={classes.status} data-status={status}>
      <div className={classes.statusText}>
        <strong>
          <DeviceStatusLabel status={status} />
        </strong>
        <span>{t(`states.deviceMeanings.${status}`)}</span>
      </div>
      <div className={classes.next}>
        <span>{t(`devices.next.${status}`)}</span>
        <Button
          variant={status === 'managed' ? 'filled' : 'default'}
          onClick={() => navigate(nextPlaces[status](device))}
        >
          {t(`devices.next.actions.${status}`)}
        </Button>
      </div>
    </section>
  )
}
