import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Tr064Info, Tr064Result } from '#shared/model/pointing.ts'
import { call } from '../../api.ts'
import { useApp } from '../../stores/app-store.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { ShapeIcon } from '../../ui/shape.tsx'
import { useAction } from '../../ui/use-action.ts'
import classes from './pointing.module.css'
import { Tr064Values } from './tr064-values.tsx'

/** Reads what stands in the box, then sets the URL of this laptop; both stay in view side by side. */
export function Tr064Method({ neighbourKey }: { neighbourKey: string }) {
  const { t } = useTranslation()
  const acsUrl = useApp((app) => app.endpoints.acsUrl)
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [info, setInfo] = useState<Tr064Info | null>(null)
  const [result, setResult] = useState<Tr064Result | null>(null)
  const login = { neighbourKey, username, password }
  const read = useAction(async () => {
    setResult(null)
    setInfo(await call('pointing.tr064Read', login))
  })
  const set = useAction(async () => {
    const done = await call('pointing.tr064Set', login)
    setResult(done)
    setInfo(done.before)
  })
  const error = set.error ?? read.error
  return (
    <form
      className={classes.hand}
      aria-label={t('pointing.login.title')}
      onSubmit={(event) => {
        event.preventDefault()
        read.run()
      }}
    >
      <p className={classes.soft}>{t('pointing.login.hint')}</p>
      <div className={classes.login}>
        <TextInput
          label={t('settings.username')}
          placeholder="dslf-config"
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('settings.password')}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('common.reveal') }}
        />
        <Button type="submit" variant="default" loading={read.isRunning}>
          {t('pointing.tr064.read')}
        </Button>
        <Button loading={set.isRunning} onClick={set.run}>
          {t('pointing.tr064.set')}
        </Button>
      </div>
      {error && <ErrorPanel error={error} />}
      {info && <Tr064Values before={info} after={result?.after ?? null} wantedUrl={acsUrl} />}
      {result && (
        <p className={classes.outcome} role="status">
          <ShapeIcon shape={result.isVerified ? 'check' : 'triangle'} tone={result.isVerified ? 'ok' : 'bad'} />
          {result.isVerified ? t('pointing.tr064.verified') : t('pointing.tr064.different')}
        </p>
      )}
    </form>
  )
}
