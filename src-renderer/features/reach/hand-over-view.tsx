import { IconHeartHandshake } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store.ts'
import { useField } from '../../stores/field-store.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TimeAgo } from '../../ui/time-ago.tsx'
import { deviceName } from '../device/device-name.ts'
import { HandOverForm } from './hand-over-form.tsx'
import classes from './pointing.module.css'

/** The boxes that still contact this laptop, each with the way back to its operator. */
export function HandOverView({ deviceId }: { deviceId?: string }) {
  const { t } = useTranslation()
  const pending = useField((field) => field.pending) ?? []
  const devices = useApp((app) => app.devices)
  // A box that is handed over leaves the list of those that wait, but its proof stays in view.
  const [openId, setOpenId] = useState<string | null>(deviceId ?? null)
  const ids = [...new Set([...(openId === null ? [] : [openId]), ...pending.map((one) => one.deviceId)])]
  const known = ids.flatMap((id) => devices[id] ?? [])
  if (known.length === 0) {
    return <EmptyState icon={IconHeartHandshake} title={t('handOver.title')} text={t('handOver.none')} />
  }
  return (
    <>
      <p className={classes.intro}>{t('handOver.intro')}</p>
      <ul className={classes.boxes}>
        {known.map((device) => (
          <li key={device.id} className={classes.method}>
            <button
              type="button"
              className={classes.boxHead}
              aria-expanded={openId === device.id}
              onClick={() => setOpenId(openId === device.id ? null : device.id)}
            >
              <strong>{deviceName(device)}</strong>
              <code>{device.address}</code>
              <span className={classes.soft}>
                {t('devices.page.lastInform')} <TimeAgo at={device.lastInformAt} />
              </span>
              <span className={classes.soft}>
                {pending.find((one) => one.deviceId === device.id)?.operatorUrl || t('handOver.urlUnknown')}
              </span>
            </button>
            {openId === device.id && <HandOverForm device={device} />}
          </li>
        ))}
      </ul>
    </>
  )
}
