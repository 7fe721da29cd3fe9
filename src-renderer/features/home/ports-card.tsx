import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Listener, ListenerName } from '#shared/model/network.ts'
import type { SettingsPatch } from '#shared/model/settings.ts'
import { call } from '../../api.ts'
import { useApp } from '../../stores/app-store.ts'
import { changeSettings } from '../../stores/settings-actions.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { ListenerStateLabel } from '../../ui/state-label.tsx'
import { useAction } from '../../ui/use-action.ts'
import classes from './home.module.css'

const portPatches: Record<ListenerName, (port: number) => SettingsPatch> = {
  acs: (port) => ({ cwmp: { port } }),
  acsTls: (port) => ({ tls: { port } }),
  files: (port) => ({ files: { port } }),
  filesTls: (port) => ({ filesTls: { port } }),
  ftp: (port) => ({ ftp: { port } }),
  tftp: (port) => ({ tftp: { port } }),
  stun: (port) => ({ stun: { port } }),
}

async function restart(): Promise<void> {
  await call('network.restart', {})
}

/** The listening ports; one that is not open says why, and can be moved here. */
export function PortsCard() {
  const { t } = useTranslation()
  const listeners = useApp((app) => app.listeners).filter(({ state }) => state !== 'off')
  const retry = useAction(restart)
  return (
    <Card
      title={t('home.ports.title')}
      actions={
        listeners.some(({ state }) => state === 'failed') && (
          <Button variant="default" loading={retry.isRunning} onClick={retry.run}>
            {t('home.ports.retry')}
          </Button>
        )
      }
    >
      <ul className={classes.ports}>
        {listeners.filter(isWanted).map((listener) => (
          <Port key={listener.name} listener={listener} />
        ))}
      </ul>
      {retry.error && <ErrorPanel error={retry.error} />}
    </Card>
  )
}

/** Servers that are switched off are the settings' business. */
function isWanted({ state }: Listener): boolean {
  return state !== 'off'
}

function Port({ listener }: { listener: Listener }) {
  const { t } = useTranslation()
  const { name, protocol, port, state, error } = listener
  const move = useAction((to: number) => changeSettings(portPatches[name](to)))
  return (
    <li className={classes.port}>
      <div className={classes.portLine}>
        <strong className={classes.portName}>{t(`shell.listeners.${name}`)}</strong>
        <span className={classes.portPurpose}>{t(`shell.listenerPurposes.${name}`)}</span>
        <span className={classes.portNumber}>
          {t('home.ports.protocol', { protocol: protocol.toUpperCase(), port })}
        </span>
        <ListenerStateLabel state={state} />
      </div>
      {error && (
        <ErrorPanel error={error} usePort={move.run}>
          <OtherPort name={name} port={port} onUse={move.run} />
        </ErrorPanel>
      )}
      {move.error && <ErrorPanel error={move.error} />}
    </li>
  )
}

function OtherPort({ name, port, onUse }: { name: ListenerName; port: number; onUse: (port: number) => void }) {
  const { t } = useTranslation()
  const [other, setOther] = useState<number | string>('')
  return (
    <form
      className={classes.otherPort}
      onSubmit={(event) => {
        event.preventDefault()
        if (typeof other === 'number') onUse(other)
      }}
    >
      <NumberInput
        aria-label={t('home.ports.portField', { name: t(`shell.listeners.${name}`) })}
        placeholder={String(port)}
        value={other}
        onChange={setOther}
        min={0}
        max={65_535}
        allowDecimal={false}
        hideControls
        w={90}
      />
      <Button type="submit" variant="default" disabled={typeof other !== 'number'}>
        {t('home.ports.usePort')}
      </Button>
    </form>
  )
}
