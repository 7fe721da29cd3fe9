import { Button, Select } from '@mantine/core'
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Monitor, MonitorMode } from '#shared/model/monitor.ts'
import { call } from '../../api.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { TimeAgo } from '../../ui/time-ago.tsx'
import { useAction } from '../../ui/use-action.ts'
import { BulkSetUp } from './bulk-set-up.tsx'
import { MonitorStateLabel } from './labels.tsx'
import classes from './monitor.module.css'
import { MonitorSettings } from './monitor-settings.tsx'

const intervals = [1, 5, 10, 30, 60, 300, 900]
const usualInterval = 10

/** Starts and stops the monitoring of a box, and says how samples come. */
export function MonitorControls({ deviceId, monitor }: { deviceId: string; monitor: Monitor | undefined }) {
  const { t } = useTranslation()
  const [mode, setMode] = useState<MonitorMode>(monitor?.mode ?? 'sessions')
  const [interval, setInterval] = useState(monitor?.intervalSeconds ?? usualInterval)
  const { paths = [], limits = {} } = monitor ?? {}
  const start = useAction(async (change: { mode?: MonitorMode; intervalSeconds?: number }) => {
    await call('monitor.start', { deviceId, mode, intervalSeconds: interval, paths, limits, ...change })
  })
  const stop = useAction(async () => void (await call('monitor.stop', { deviceId })))
  return (
    <Card>
      <div className={classes.controls}>
        <Select
          label={t('monitor.mode')}
          allowDeselect={false}
          data={MonitorMode.options.map((value) => ({ value, label: t(`monitor.modes.${value}`) }))}
          value={mode}
          onChange={(value) => {
            const next = MonitorMode.parse(value)
            setMode(next)
            if (monitor) start.run({ mode: next })
          }}
          className={classes.mode}
        />
        {mode !== 'inform' && (
          <Select
            label={t('monitor.interval')}
            allowDeselect={false}
            data={intervals.map((count) => ({ value: String(count), label: t('monitor.seconds', { count }) }))}
            value={String(interval)}
            onChange={(value) => {
              const next = Number(value)
              setInterval(next)
              if (monitor) start.run({ intervalSeconds: next })
            }}
          />
        )}
        {monitor ? (
          <Button
            variant="default"
            leftSection={<IconPlayerStop size={15} />}
            loading={stop.isRunning}
            onClick={stop.run}
          >
            {t('monitor.stop')}
          </Button>
        ) : (
          <Button leftSection={<IconPlayerPlay size={15} />} loading={start.isRunning} onClick={() => start.run({})}>
            {t('monitor.start')}
          </Button>
        )}
        {monitor && (
          <span className={classes.state} role="status">
            <MonitorStateLabel state={monitor.state} />
            <span className={classes.soft}>
              {t('monitor.lastSample')} <TimeAgo at={monitor.lastSampleAt} />
            </span>
          </span>
        )}
      </div>
      {monitor && monitor.bulkUrl !== '' && <BulkSetUp monitor={monitor} />}
      {start.error && <ErrorPanel error={start.error} />}
      {stop.error && <ErrorPanel error={stop.error} />}
      {monitor && <MonitorSettings key={monitor.startedAt} monitor={monitor} />}
    </Card>
  )
}
