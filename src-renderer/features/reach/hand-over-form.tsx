import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import { HandOverInput, type OperatorSettings } from '#shared/model/pointing.ts'
import { useFormat } from '../../i18n/format.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { useCall } from '../../ui/use-call.ts'
import { InlineJob } from '../jobs/inline-job.tsx'
import { useStartJob } from '../jobs/use-start-job.ts'
import { HandOverProof } from './hand-over-proof.tsx'
import classes from './pointing.module.css'

/** Gives one box back: what is remembered, what may be entered in its place, and the proof. */
export function HandOverForm({ device }: { device: Device }) {
  const { t } = useTranslation()
  const remembered = useCall('handOver.remembered', { deviceId: device.id })
  if (remembered.status === 'loading') return null
  if (remembered.status === 'failed') return <ErrorPanel error={remembered.error} retry={remembered.refetch} />
  return (
    <>
      {remembered.value === null ? (
        <p className={classes.reason}>{t('handOver.nothingRemembered')}</p>
      ) : (
        <Remembered settings={remembered.value} />
      )}
      <Fields deviceId={device.id} settings={remembered.value} />
    </>
  )
}

function Remembered({ settings: { values, takenAt } }: { settings: OperatorSettings }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <div className={classes.remembered}>
      <span className={classes.soft}>
        {t('handOver.remembered')} ({format.dateTime(takenAt)})
      </span>
      <Facts>
        {Object.entries(values).map(([name, value]) => (
          <Fact key={name} label={name} copy={value}>
            {value}
          </Fact>
        ))}
      </Facts>
    </div>
  )
}

function Fields({ deviceId, settings }: { deviceId: string; settings: OperatorSettings | null }) {
  const { t } = useTranslation()
  const known = settings?.values ?? {}
  const [url, setUrl] = useState(known.URL ?? '')
  const [username, setUsername] = useState(known.Username ?? '')
  const [password, setPassword] = useState('')
  const [interval, setInterval] = useState(known.PeriodicInformInterval ?? '')
  const job = useStartJob('handOver', deviceId)
  const input = {
    ...(url.trim() !== '' && { url: url.trim() }),
    ...(username !== '' && { username }),
    ...(password !== '' && { password }),
    ...(interval !== '' && { periodicInformInterval: Number(interval) }),
  }
  const checked = HandOverInput.safeParse(input)
  const badFields = new Set(checked.success ? [] : checked.error.issues.map(({ path }) => path[0]))
  const problem = (field: 'url' | 'periodicInformInterval') => (badFields.has(field) ? t('settings.invalid') : null)
  return (
    <form
      className={classes.hand}
      onSubmit={(event) => {
        event.preventDefault()
        if (checked.success) job.run(checked.data)
      }}
    >
      <div className={classes.fields}>
        <TextInput
          label={t('handOver.url')}
          placeholder="http://acs.example.net:7547/"
          value={url}
          error={problem('url')}
          onChange={(event) => setUrl(event.currentTarget.value)}
          className={classes.wide}
        />
        <TextInput
          label={t('handOver.username')}
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('handOver.password')}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('common.reveal') }}
        />
        <TextInput
          label={t('handOver.interval')}
          inputMode="numeric"
          value={interval}
          error={problem('periodicInformInterval')}
          onChange={(event) => setInterval(event.currentTarget.value)}
        />
      </div>
      <p className={classes.soft}>{t('handOver.noPassword')}</p>
      <div>
        <Button type="submit" loading={job.isRunning} disabled={!checked.success || url.trim() === ''}>
          {t('handOver.start')}
        </Button>
      </div>
      {job.error && <ErrorPanel error={job.error} />}
      {job.id !== null && (
        <InlineJob id={job.id} kind="handOver" renderResult={(result) => <HandOverProof {...result} />} />
      )}
    </form>
  )
}
