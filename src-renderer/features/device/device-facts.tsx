import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import { useFormat } from '../../i18n/format.ts'
import { Card } from '../../ui/card.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { TimeAgo } from '../../ui/time-ago.tsx'
import { useNow } from '../../ui/use-now.ts'

/** What the box says of itself, and how it is in touch. */
export function DeviceFacts({ device }: { device: Device }) {
  const { t } = useTranslation()
  const format = useFormat()
  const text = (value: string) => (value === '' ? t('common.notGiven') : value)
  const plain = [
    'modelName',
    'serialNumber',
    'softwareVersion',
    'hardwareVersion',
    'productClass',
    'oui',
    'address',
  ] as const
  return (
    <Card title={t('devices.page.facts')}>
      <Facts>
        {plain.map((name) => (
          <Fact key={name} label={t(`devices.page.${name}`)} copy={device[name]}>
            {text(device[name])}
          </Fact>
        ))}
        <Fact label={t('devices.page.cwmpVersion')}>{text(device.cwmpVersion)}</Fact>
        <Fact label={t('devices.page.lastInform')}>
          <TimeAgo at={device.lastInformAt} />
          {device.lastEvents.length > 0 && ` (${device.lastEvents.join(', ')})`}
        </Fact>
        <Fact label={t('devices.page.nextInform')}>
          <NextInform device={device} />
        </Fact>
        <Fact label={t('devices.page.connectionRequestUrl')} copy={device.connectionRequestUrl}>
          {text(device.connectionRequestUrl)}
        </Fact>
        <Fact label={t('devices.page.udpAddress')} copy={device.udpConnectionRequestAddress}>
          {text(device.udpConnectionRequestAddress)}
        </Fact>
        <Fact label={t('devices.page.firstSeen')}>{format.dateTime(device.firstSeenAt)}</Fact>
      </Facts>
    </Card>
  )
}

/** Counts down to the next periodic Inform. */
function NextInform({ device: { lastInformAt, periodicInformInterval } }: { device: Device }) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  if (lastInformAt === null || periodicInformInterval === null) return <>{t('common.notGiven')}</>
  const interval = t('devices.page.interval', { interval: format.duration(periodicInformInterval * 1000) })
  const leftMs = Date.parse(lastInformAt) + periodicInformInterval * 1000 - now
  return (
    <>
      {leftMs > 0 ? format.duration(Math.ceil(leftMs / 1000) * 1000) : t('devices.page.overdue')} ({interval})
    </>
  )
}
