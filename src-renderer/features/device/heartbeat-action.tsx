import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import { EnableHeartbeatInput } from '#shared/model/pointing.ts'
import { useFormat } from '../../i18n/format.ts'
import { JobDialog } from './job-dialog.tsx'

const usualSeconds = 30

/** Sets the box up for UDP heartbeats and proves that it comes when called by UDP. */
export function HeartbeatAction({ device }: { device: Device }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [seconds, setSeconds] = useState<number | string>(usualSeconds)
  const input = EnableHeartbeatInput.safeParse({ periodSeconds: seconds })
  const rounded = (value: number) => format.number(Math.round(value * 10) / 10)
  return (
    <JobDialog
      kind="enableHeartbeat"
      deviceId={device.id}
      title={t('enableHeartbeat.title')}
      confirmLabel={t('enableHeartbeat.start')}
      input={input.success ? input.data : null}
      renderResult={({ heartbeat, informed }) => (
        <p>
          {t('enableHeartbeat.proven', {
            address: heartbeat.address,
            port: heartbeat.port,
            heartbeatSeconds: rounded(heartbeat.afterSeconds),
            informSeconds: rounded(informed.afterSeconds),
          })}
        </p>
      )}
      renderButton={(open) => (
        <Button variant="default" onClick={open}>
          {t('enableHeartbeat.title')}
        </Button>
      )}
    >
      <p style={{ marginBottom: 10 }}>{t('enableHeartbeat.intro')}</p>
      <NumberInput
        label={t('enableHeartbeat.period')}
        value={seconds}
        onChange={setSeconds}
        min={1}
        max={86_400}
        allowDecimal={false}
        error={input.success ? null : t('settings.invalid')}
        hideControls
        w={220}
      />
    </JobDialog>
  )
}
