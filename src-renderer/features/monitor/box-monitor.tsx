import { Button, SegmentedControl } from '@mantine/core'
import { IconDownload, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import { call } from '../../api.ts'
import { isStanding, useAlarmStore } from '../../stores/alarm-store.ts'
import { useMonitorStore } from '../../stores/monitor-store.ts'
import { navigate } from '../../stores/route.ts'
import { Card } from '../../ui/card.tsx'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { useAction } from '../../ui/use-action.ts'
import { useCall } from '../../ui/use-call.ts'
import { SeverityLabel } from '../alarms/labels.tsx'
import { useAlarmWords } from '../alarms/use-alarm-words.ts'
import { deviceName } from '../device/device-name.ts'
import { ChartCard } from './chart-card.tsx'
import { chartGroups } from './chart-groups.ts'
import classes from './monitor.module.css'
import { MonitorControls } from './monitor-controls.tsx'
import { useMetricWords } from './use-metric-words.ts'

const minuteMs = 60_000
const ranges = { m10: 10 * minuteMs, h1: 60 * minuteMs, h6: 360 * minuteMs, d1: 1440 * minuteMs, all: null }
type RangeId = keyof typeof ranges
const rangeIds = Object.keys(ranges) as RangeId[]
const shownPoints = 600

/** The figures of one box, live. */
export function BoxMonitor({ device }: { device: Device }) {
  const { t } = useTranslation()
  const metricWords = useMetricWords()
  const { id } = device
  const monitor = useMonitorStore(({ monitors }) => monitors[id])
  const sample = useMonitorStore(({ samples }) => samples[id])
  const [range, setRange] = useState<RangeId>('m10')
  const [cleared, setCleared] = useState(0)
  const [openedAt] = useState(() => Date.now())
  const to = sample?.at ?? openedAt
  const span = ranges[range]
  const from = span === null ? null : to - span
  const series = useCall(
    'monitor.series',
    { deviceId: id, maxPoints: shownPoints, ...(from !== null && { from: Math.floor(from) }) },
    cleared,
  )
  const drawn = series.status === 'ready' ? series.value.filter(({ points }) => points.length > 0) : []
  const groups = chartGroups(drawn, monitor?.limits)
  const texts = Object.entries(sample?.texts ?? {})
  return (
    <>
      <MonitorControls key={monitor?.startedAt ?? 'off'} deviceId={id} monitor={monitor} />
      <MonitorAlarms deviceId={id} />
      <div className={classes.tools}>
        <SegmentedControl
          aria-label={t('monitor.range')}
          value={range}
          onChange={setRange}
          data={rangeIds.map((value) => ({ value, label: t(`monitor.ranges.${value}`) }))}
        />
        <span className={classes.space} />
        <ExportFigures device={device} isEmpty={drawn.length === 0} onCleared={() => setCleared(cleared + 1)} />
      </div>
      {series.status === 'failed' && <ErrorPanel error={series.error} retry={series.refetch} />}
      {groups.length === 0 && <EmptyState text={t(monitor ? 'monitor.waitingFirst' : 'monitor.empty')} />}
      {texts.length > 0 && (
        <Card title={t('monitor.words')}>
          <Facts>
            {texts.map(([name, value]) => (
              <Fact key={name} label={metricWords(name)}>
                {value}
              </Fact>
            ))}
          </Facts>
        </Card>
      )}
      {groups.map(({ id: group, charts }) => (
        <Card key={group} title={t(`monitor.groups.${group}`)}>
          <div className={classes.charts}>
            {charts.map((chart) => (
              <ChartCard key={chart.key} chart={chart} from={from} to={to} />
            ))}
          </div>
        </Card>
      ))}
    </>
  )
}

/** What the limits of the monitoring have raised and still stands. */
function MonitorAlarms({ deviceId }: { deviceId: string }) {
  const { t } = useTranslation()
  const words = useAlarmWords()
  const { alarms } = useAlarmStore()
  const standing = Object.values(alarms).filter(
    (alarm) => alarm.deviceId === deviceId && alarm.source === 'monitor' && isStanding(alarm),
  )
  if (standing.length === 0) return null
  return (
    <Card title={t('monitor.alarms')}>
      <ul className={classes.alarms}>
        {standing.map((alarm) => (
          <li key={alarm.id}>
            <SeverityLabel severity={alarm.severity} />
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => navigate({ page: 'alarms', deviceId, id: alarm.id })}
            >
              {words(alarm)}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}

interface ExportFiguresProps {
  device: Device
  isEmpty: boolean
  onCleared: () => void
}

function ExportFigures({ device, isEmpty, onCleared }: ExportFiguresProps) {
  const { t } = useTranslation()
  const { id, serialNumber } = device
  const [saved, setSaved] = useState<string | null>(null)
  const save = useAction(async () => {
    const suggestedName = `monitor-${serialNumber.replaceAll(/[^\w-]/g, '_')}.csv`
    const path = await window.fieldacs.chooseSavePath({ suggestedName, extension: 'csv' })
    if (path !== null) setSaved((await call('monitor.export', { deviceId: id, path })).path)
  })
  return (
    <>
      {saved !== null && (
        <span role="status" className={classes.soft}>
          {t('monitor.exported', { path: saved })}
        </span>
      )}
      {save.error && <ErrorPanel error={save.error} />}
      <Button
        variant="default"
        leftSection={<IconDownload size={15} />}
        disabled={isEmpty}
        loading={save.isRunning}
        onClick={save.run}
      >
        {t('monitor.export')}
      </Button>
      <ConfirmButton
        title={t('monitor.clearTitle', { name: deviceName(device) })}
        text={t('monitor.clearText')}
        confirmLabel={t('common.delete')}
        onConfirm={async () => {
          await call('monitor.clear', { deviceId: id })
          onCleared()
        }}
        renderButton={(open) => (
          <Button variant="subtle" leftSection={<IconTrash size={15} />} disabled={isEmpty} onClick={open}>
            {t('monitor.clear')}
          </Button>
        )}
      />
    </>
  )
}
