import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Alarm } from '#shared/model/alarm.ts'
import { call } from '../../api.ts'
import { useFormat } from '../../i18n/format.ts'
import { useApp } from '../../stores/app-store.ts'
import { navigate } from '../../stores/route.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { useAction } from '../../ui/use-action.ts'
import { deviceName } from '../device/device-name.ts'
import classes from './alarms.module.css'
import { AlarmStateLabel, SeverityLabel } from './labels.tsx'
import { useAlarmWords } from './use-alarm-words.ts'

async function dismiss(id: string): Promise<void> {
  await call('faults.dismiss', { id })
}

/** One alarm explained: what it means, what the box told, and what to do. */
export function AlarmDetail({ alarm }: { alarm: Alarm }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useAlarmWords()
  const device = useApp((app) => app.devices[alarm.deviceId])
  const seen = useAction(dismiss)
  const { deviceId, severity, source } = alarm
  const told = (['type', 'probableCause', 'specificProblem', 'parameter', 'text', 'boxTime'] as const).filter(
    (name) => alarm[name] !== '',
  )
  const times = (['raisedAt', 'changedAt', 'clearedAt', 'dismissedAt'] as const).filter((name) => alarm[name] !== null)
  return (
    <aside className={classes.detail} aria-label={t('alarms.detail.title')}>
      <h2>{words(alarm)}</h2>
      <div className={classes.detailHead}>
        <SeverityLabel severity={severity} />
        <AlarmStateLabel alarm={alarm} />
      </div>
      <h3>{t('alarms.detail.meaning')}</h3>
      <p>{t(`alarms.meanings.${severity}`)}</p>
      <h3>{t('alarms.detail.next')}</h3>
      <p>{t(`alarms.remedies.${source}`)}</p>
      <div className={classes.buttons}>
        {alarm.clearedAt === null && alarm.dismissedAt === null && (
          <Button title={t('alarms.dismissHint')} loading={seen.isRunning} onClick={() => seen.run(alarm.id)}>
            {t('alarms.dismiss')}
          </Button>
        )}
        <Button variant="default" onClick={() => navigate({ page: 'diagnose', deviceId })}>
          {t('alarms.actions.diagnose')}
        </Button>
        <Button variant="default" onClick={() => navigate({ page: 'monitor', deviceId })}>
          {t('alarms.actions.monitor')}
        </Button>
        <Button variant="default" onClick={() => navigate({ page: 'collect', deviceId })}>
          {t('alarms.actions.collect')}
        </Button>
        <Button variant="subtle" onClick={() => navigate({ page: 'device', id: deviceId })}>
          {t('alarms.actions.openBox')}
        </Button>
      </div>
      {seen.error && <ErrorPanel error={seen.error} />}
      <Facts>
        <Fact label={t('alarms.box')}>{device ? deviceName(device) : deviceId}</Fact>
        <Fact label={t('alarms.detail.source')}>{t(`alarms.sources.${source}`)}</Fact>
        {times.map((name) => (
          <Fact key={name} label={t(`alarms.detail.${name}`)}>
            {format.dateTime(alarm[name] ?? '')}
          </Fact>
        ))}
        {told.map((name) => (
          <Fact key={name} label={t(`alarms.detail.${name}`)} copy={alarm[name]}>
            {alarm[name]}
          </Fact>
        ))}
      </Facts>
    </aside>
  )
}
