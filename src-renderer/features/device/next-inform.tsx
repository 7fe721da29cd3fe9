import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import { useFormat } from '../../i18n/format.ts'
import { useNow } from '../../ui/use-now.ts'

/** Counts down to the next periodic Inform. */
export function NextInform({ device: { lastInformAt, periodicInformInterval } }: { device: Device }) {
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
