import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store.ts'
import { useMonitorStore } from '../../stores/monitor-store.ts'
import { navigate } from '../../stores/route.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Page } from '../../ui/page.tsx'
import { deviceName } from '../device/device-name.ts'
import { ChooseBox } from '../read/choose-box.tsx'
import { BoxMonitor } from './box-monitor.tsx'
import { MonitorStateLabel } from './labels.tsx'
import classes from './monitor.module.css'

/** The figures of a box, or which boxes are being monitored. */
export function MonitorPage({ deviceId }: { deviceId?: string }) {
  const { t } = useTranslation()
  const device = useApp((app) => (deviceId === undefined ? undefined : app.devices[deviceId]))
  if (!device) {
    return (
      <Page title={t('monitor.title')}>
        <RunningMonitors />
        <ChooseBox hint={t('monitor.boxHint')} onChoose={({ id }) => navigate({ page: 'monitor', deviceId: id })} />
      </Page>
    )
  }
  return (
    <Page
      title={t('monitor.title')}
      subtitle={deviceName(device)}
      actions={
        <Button variant="default" onClick={() => navigate({ page: 'monitor' })}>
          {t('monitor.other')}
        </Button>
      }
    >
      <BoxMonitor key={device.id} device={device} />
    </Page>
  )
}

function RunningMonitors() {
  const { t } = useTranslation()
  const monitors = useMonitorStore((store) => store.monitors)
  const devices = useApp((app) => app.devices)
  const error = useMonitorStore((store) => store.error)
  const running = Object.values(monitors)
  return (
    <Card title={t('monitor.running')}>
      {error && <ErrorPanel error={error} />}
      {running.length === 0 && <p className={classes.soft}>{t('monitor.none')}</p>}
      <ul className={classes.alarms}>
        {running.map(({ deviceId, state, mode, intervalSeconds }) => {
          const device = devices[deviceId]
          return (
            <li key={deviceId}>
              <Button variant="subtle" size="compact-sm" onClick={() => navigate({ page: 'monitor', deviceId })}>
                {device ? deviceName(device) : deviceId}
              </Button>
              <MonitorStateLabel state={state} />
              <span className={classes.soft}>
                {mode === 'sessions' ? t('monitor.seconds', { count: intervalSeconds }) : t(`monitor.modes.${mode}`)}
              </span>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
