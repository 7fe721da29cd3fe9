import { Button, PasswordInput, SegmentedControl, Select, TextInput } from '@mantine/core'
import { IconDice5 } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CredentialDirection, CredentialScope } from '#shared/model/credential.ts'
import type { Device } from '#shared/model/device.ts'
import { modelName, modelOf } from '#shared/model/model-key.ts'
import { call } from '../../api.ts'
import { useApp } from '../../stores/app-store.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useAction } from '../../ui/use-action.ts'
import { deviceName } from '../device/device-name.ts'
import classes from './credentials.module.css'
import { randomLogin } from './random-login.ts'

const scopes: readonly CredentialScope['kind'][] = ['device', 'model', 'default']
const directions: readonly CredentialDirection[] = ['connectionRequest', 'acs']

/** Keeps a user name and password for all boxes, a model or one box. */
export function CredentialForm({ device }: { device?: Device }) {
  const { t } = useTranslation()
  const devices = useApp((app) => app.devices)
  const [kind, setKind] = useState<CredentialScope['kind']>(device ? 'device' : 'default')
  const [deviceId, setDeviceId] = useState<string | null>(device?.id ?? null)
  const [model, setModel] = useState<string | null>(device ? modelOf(device) : null)
  const [direction, setDirection] = useState<CredentialDirection>('connectionRequest')
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [savedAs, setSavedAs] = useState<string | null>(null)
  const directionId = useId()
  const scope = scopeOf(kind, model, deviceId)
  const save = useAction(async () => {
    if (!scope) return
    await call('credentials.set', { scope, direction, username, password })
    setSavedAs(username)
    setPassword('')
  })
  const models = [...new Set(Object.values(devices).map((one) => modelOf(one)))].sort()

  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        save.run()
      }}
    >
      <div className={classes.fields}>
        <SegmentedControl
          aria-label={t('credentialPage.columns.scope')}
          value={kind}
          onChange={setKind}
          data={scopes.map((value) => ({ value, label: t(`credentials.scopes.${value}`) }))}
        />
        {kind === 'device' && (
          <Select
            aria-label={t('credentials.scopes.device')}
            placeholder={t('credentialPage.chooseBox')}
            value={deviceId}
            data={Object.values(devices).map((one) => ({ value: one.id, label: deviceName(one) }))}
            onChange={setDeviceId}
            className={classes.which}
          />
        )}
        {kind === 'model' && (
          <Select
            aria-label={t('credentials.scopes.model')}
            placeholder={t('credentialPage.chooseModel')}
            value={model}
            data={models.map((value) => ({ value, label: modelName(value) }))}
            onChange={setModel}
            className={classes.which}
          />
        )}
      </div>
      <div>
        <div className="visually-hidden" id={directionId}>
          {t('credentialPage.columns.direction')}
        </div>
        <SegmentedControl
          aria-labelledby={directionId}
          value={direction}
          onChange={setDirection}
          data={directions.map((value) => ({ value, label: t(`credentials.directions.${value}`) }))}
        />
      </div>
      <div className={classes.fields}>
        <TextInput
          label={t('settings.username')}
          value={username}
          maxLength={256}
          onChange={(event) => setUsername(event.currentTarget.value)}
          className={classes.input}
        />
        <PasswordInput
          label={t('settings.password')}
          value={password}
          maxLength={256}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('common.reveal') }}
          className={classes.input}
        />
        <Button
          variant="default"
          leftSection={<IconDice5 size={15} />}
          onClick={() => {
            const login = randomLogin(direction)
            setUsername(login.username)
            setPassword(login.password)
          }}
        >
          {t('credentialPage.generate')}
        </Button>
        <Button type="submit" loading={save.isRunning} disabled={!scope || username === '' || password === ''}>
          {t('credentialPage.keep')}
        </Button>
      </div>
      {savedAs !== null && password === '' && (
        <span role="status" className={classes.soft}>
          {t('credentialPage.saved', { username: savedAs })}
        </span>
      )}
      {save.error && <ErrorPanel error={save.error} />}
    </form>
  )
}

function scopeOf(kind: CredentialScope['kind'], model: string | null, deviceId: string | null): CredentialScope | null {
  switch (kind) {
    case 'default':
      return { kind }
    case 'model':
      return model === null ? null : { kind, model }
    case 'device':
      return deviceId === null ? null : { kind, deviceId }
  }
}
