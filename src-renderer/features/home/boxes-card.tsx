import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import { useApp } from '../../stores/app-store.ts'
import { navigate } from '../../stores/route.ts'
import { DeviceStatusLabel } from '../../ui/state-label.tsx'
import { TimeAgo } from '../../ui/time-ago.tsx'
import { deviceName } from '../device/device-name.ts'
import { RadarList } from '../reach/radar-list.tsx'
import classes from './home.module.css'
import { StepCard } from './step-card.tsx'

const shownBoxes = 5
const shownAddresses = 4

/** Step 3: the boxes, the latest first, as they inform. */
export function BoxesCard() {
  const { t } = useTranslation()
  const devices = useApp((app) => app.devices)
  const latest = Object.values(devices)
    .sort((a, b) => (b.lastInformAt ?? b.firstSeenAt).localeCompare(a.lastInformAt ?? a.firstSeenAt))
    .slice(0, shownBoxes)
  return (
    <StepCard
      step={3}
      title={t('home.boxes.title')}
      actions={
        latest.length > 0 && (
          <Button variant="default" onClick={() => navigate({ page: 'devices' })}>
            {t('home.boxes.all')}
          </Button>
        )
      }
    >
      {latest.length === 0 ? (
        <>
          <div className={classes.waiting} role="status">
            <span className={classes.radar} aria-hidden="true" />
            <div>
              <div className={classes.waitingTitle}>{t('home.boxes.waiting')}</div>
              <p className={classes.hint}>{t('home.boxes.waitingHint')}</p>
              <div className={classes.waitingActions}>
                <Button variant="default" onClick={() => navigate({ page: 'reach', tab: 'check' })}>
                  {t('reach.openCheck')}
                </Button>
                <Button variant="default" onClick={() => navigate({ page: 'devices', tab: 'neighbours' })}>
                  {t('discovery.title')}
                </Button>
                <Button variant="default" onClick={() => navigate({ page: 'reach', tab: 'pointing' })}>
                  {t('reach.tabs.pointing')}
                </Button>
              </div>
            </div>
          </div>
          <RadarList most={shownAddresses} />
        </>
      ) : (
        <ul className={classes.boxes}>
          {latest.map((device) => (
            <Box key={device.id} device={device} />
          ))}
        </ul>
      )}
    </StepCard>
  )
}

function Box({ device }: { device: Device }) {
  const { t } = useTranslation()
  return (
    <li className={classes.box}>
      <button type="button" className={classes.boxMain} onClick={() => navigate({ page: 'device', id: device.id })}>
        <span className={classes.boxName}>
          {deviceName(device)}
          {device.virtual && <span className={classes.tag}>{t('common.demo')}</span>}
        </span>
        <span className={classes.boxDetail}>
          <DeviceStatusLabel status={device.status} />
          <span>{device.address}</span>
          <TimeAgo at={device.lastInformAt} />
        </span>
      </button>
      {device.status === 'managed' && (
        <Button variant="light" onClick={() => navigate({ page: 'read', deviceId: device.id })}>
          {t('devices.next.actions.managed')}
        </Button>
      )}
    </li>
  )
}
