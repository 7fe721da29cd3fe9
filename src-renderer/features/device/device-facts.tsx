import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import { useFormat } from '../../i18n/format.ts'
import { Card } from '../../ui/card.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'

/** What the box says of itself, and where it can be called. */
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
