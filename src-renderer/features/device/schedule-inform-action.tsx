import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import { ScheduleInformInput } from '#shared/model/job-kinds.ts'
import { useFormat } from '../../i18n/format.ts'
import { JobDialog } from './job-dialog.tsx'

const usualSeconds = 30

/** Asks the box to call again after a while, and sees whether it does. */
export function ScheduleInformAction({ device }: { device: Device }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [seconds, setSeconds] = useState<number | string>(usualSeconds)
  const input = ScheduleInformInput.safeParse({ delaySeconds: seconds })
  return (
    <JobDialog
      kind="scheduleInform"
      deviceId={device.id}
      title={t('actions.schedule')}
      confirmLabel={t('actions.scheduleConfirm')}
      input={input.success ? input.data : null}
      renderResult={({ informedAt }) => <p>{t('actions.scheduled', { time: format.time(informedAt) })}</p>}
      renderButton={(open) => (
        <Button variant="default" onClick={open}>
          {t('actions.schedule')}
        </Button>
      )}
    >
      <NumberInput
        label={t('actions.delay')}
        description={t('settings.range', { min: 1, max: 604_800 })}
        value={seconds}
        onChange={setSeconds}
        min={1}
        max={604_800}
        allowDecimal={false}
        error={input.success ? null : t('settings.invalid')}
        hideControls
        w={220}
      />
    </JobDialog>
  )
}
