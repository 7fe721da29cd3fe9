import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import type { Heartbeat } from '#shared/model/reach.ts'
import { useFormat } from '../../i18n/format.ts'
import { Card } from '../../ui/card.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { ShapeIcon } from '../../ui/shape.tsx'
import { TimeAgo } from '../../ui/time-ago.tsx'
import { useCall } from '../../ui/use-call.ts'
import { useNow } from '../../ui/use-now.ts'
import { CallTest } from './call-test.tsx'
import { NextInform } from './next-inform.tsx'

const heartbeatEveryMs = 5000

/** How well the box is in touch: its Informs, its heartbeats, and whether it comes when called. */
export function HealthCard({ device }: { device: Device }) {
  const { t } = useTranslation()
  // A heartbeat is no event of its own: it is asked for while the card is in view.
  const beat = useCall('reach.heartbeat', { id: device.id }, Math.floor(useNow() / heartbeatEveryMs))
  return (
    <Card title={t('health.title')}>
      <Facts>
        <Fact label={t('devices.page.lastInform')}>
          <TimeAgo at={device.lastInformAt} />
          {device.lastEvents.length > 0 && ` (${device.lastEvents.join(', ')})`}
        </Fact>
        <Fact label={t('devices.page.nextInform')}>
          <NextInform device={device} />
        </Fact>
        <Fact label={t('health.heartbeat')}>{beat.status === 'ready' && <HeartbeatFact heartbeat={beat.value} />}</Fact>
      </Facts>
      <CallTest device={device} />
    </Card>
  )
}

function HeartbeatFact({ heartbeat }: { heartbeat: Heartbeat | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (!heartbeat) return <>{t('health.noHeartbeat')}</>
  const { address, port, lastSeenAt, periodSeconds, natSeen, fresh } = heartbeat
  return (
    <>
      <ShapeIcon shape={fresh ? 'disc' : 'dots'} tone={fresh ? 'ok' : 'warn'} /> <TimeAgo at={lastSeenAt} /> ·{' '}
      <code>
        {address}:{port}
      </code>
      {periodSeconds !== null &&
        ` · ${t('devices.page.interval', { interval: format.duration(periodSeconds * 1000) })}`}
      {natSeen && ` · ${t('health.nat')}`}
    </>
  )
}
