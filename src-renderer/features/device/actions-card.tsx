import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import { navigate } from '../../stores/route.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { InlineJob } from '../jobs/inline-job.tsx'
import { useStartJob } from '../jobs/use-start-job.ts'
import { isOffered } from './box-methods.ts'
import classes from './device.module.css'
import { FactoryReset } from './factory-reset.tsx'
import { HeartbeatAction } from './heartbeat-action.tsx'
import { IdentifyAction } from './identify-action.tsx'
import { MethodList } from './method-list.tsx'
import { RebootAction } from './reboot-action.tsx'
import { ScheduleInformAction } from './schedule-inform-action.tsx'

/** What can be done with the box besides reading and writing; what it does not offer stands apart and may still be tried. */
export function ActionsCard({ device, methods }: { device: Device; methods: readonly string[] | null }) {
  const { t } = useTranslation()
  const [triesAnyway, setTriesAnyway] = useState(false)
  const ask = useStartJob('methods', device.id)
  const missing = (['Reboot', 'FactoryReset', 'ScheduleInform'] as const).filter((name) => !isOffered(name, methods))
  const shows = (name: (typeof missing)[number]) => triesAnyway || !missing.includes(name)
  return (
    <Card title={t('actions.title')}>
      <div className={classes.actions}>
        {shows('Reboot') && <RebootAction device={device} />}
        <IdentifyAction device={device} />
        {shows('ScheduleInform') && <ScheduleInformAction device={device} />}
        <HeartbeatAction device={device} />
        <Button variant="default" onClick={() => navigate({ page: 'credentials', deviceId: device.id })}>
          {t('actions.credentials')}
        </Button>
        <Button
          variant="default"
          onClick={() => navigate({ page: 'reach', tab: 'handOver', deviceId: device.id })}
          disabled={device.virtual}
          title={device.virtual ? t('actions.demoStays') : undefined}
        >
          {t('actions.handOver')}
        </Button>
        <Button variant="default" onClick={() => navigate({ page: 'console', deviceId: device.id })}>
          {t('console.title')}
        </Button>
        {shows('FactoryReset') && <FactoryReset device={device} />}
      </div>
      {missing.length > 0 && !triesAnyway && (
        <p className={classes.missing}>
          {t('actions.missing', { methods: missing.join(', ') })}{' '}
          <Button variant="subtle" size="compact-xs" onClick={() => setTriesAnyway(true)}>
            {t('actions.tryAnyway')}
          </Button>
        </p>
      )}
      <MethodList methods={methods} onAsk={() => ask.run({})} isAsking={ask.isRunning} />
      {ask.error && <ErrorPanel error={ask.error} />}
      {ask.id !== null && <InlineJob id={ask.id} kind="methods" />}
    </Card>
  )
}
