import { Button, SegmentedControl, Switch } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DhcpLease, DhcpStatus } from '#shared/model/pointing.ts'
import { call } from '../../api.ts'
import { useFormat } from '../../i18n/format.ts'
import { putField, useField } from '../../stores/field-store.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { type Shape, ShapeIcon, type Tone } from '../../ui/shape.tsx'
import { useAction } from '../../ui/use-action.ts'
import classes from './pointing.module.css'

type Option43 = 'suboption' | 'text'
const forms: readonly Option43[] = ['suboption', 'text']

const looks: Record<DhcpStatus['state'], { shape: Shape; tone: Tone }> = {
  stopped: { shape: 'ring', tone: 'muted' },
  probing: { shape: 'dots', tone: 'info' },
  running: { shape: 'disc', tone: 'ok' },
  failed: { shape: 'triangle', tone: 'bad' },
}

/** The opt-in DHCP server: a promise first, then the button; why it refuses, and who has an address from it. */
export function DhcpMethod({ isAvailable }: { isAvailable: boolean }) {
  const { t } = useTranslation()
  const status = useField((field) => field.dhcp)
  const [isAgreed, setAgreed] = useState(false)
  const [option43, setOption43] = useState<Option43>('suboption')
  const start = useAction(async () => putField({ dhcp: await call('dhcp.start', { option43 }) }))
  const stop = useAction(async () => putField({ dhcp: await call('dhcp.stop', {}) }))
  if (!status) return null
  const { state, adapter, pool, leases } = status
  const isOn = state === 'running' || state === 'probing'
  // The server remembers its last refusal too: it is said once.
  const error = start.error ?? status.error ?? stop.error
  return (
    <section className={classes.hand} aria-label={t('pointing.dhcp.title')}>
      <p className={classes.warning}>{t('pointing.dhcp.warning')}</p>
      {!isOn && (
        <>
          <SegmentedControl
            aria-label={t('pointing.dhcp.form')}
            value={option43}
            onChange={setOption43}
            data={forms.map((value) => ({ value, label: t(`pointing.dhcp.option43.${value}`) }))}
            className={classes.forms}
          />
          <Switch
            label={t('pointing.dhcp.agree')}
            checked={isAgreed}
            onChange={(event) => setAgreed(event.currentTarget.checked)}
          />
        </>
      )}
      <div className={classes.login}>
        {isOn ? (
          <Button variant="default" loading={stop.isRunning} onClick={stop.run}>
            {t('pointing.dhcp.stop')}
          </Button>
        ) : (
          <Button loading={start.isRunning} disabled={!isAgreed || !isAvailable} onClick={start.run}>
            {t('pointing.dhcp.start')}
          </Button>
        )}
        <span className={classes.outcome} role="status">
          <ShapeIcon {...looks[state]} />
          {t(`pointing.dhcp.states.${state}`, { adapter })}
          {isOn && pool && ` · ${t('pointing.dhcp.pool', { ...pool })}`}
        </span>
      </div>
      {error && <ErrorPanel error={error} />}
      {state === 'running' && (leases.length === 0 ? <p>{t('pointing.dhcp.noLeases')}</p> : <Leases leases={leases} />)}
    </section>
  )
}

function Leases({ leases }: { leases: readonly DhcpLease[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const columns = ['address', 'mac', 'hostName', 'asksForAcs', 'until'] as const
  return (
    <table className={classes.values}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`pointing.dhcp.lease.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {leases.map(({ mac, address, hostName, vendorClass, asksForAcs, until }) => (
          <tr key={mac}>
            <td>{address}</td>
            <td>{mac}</td>
            <td>{[hostName, vendorClass].filter((part) => part !== '').join(' · ')}</td>
            <td>{asksForAcs ? t('pointing.dhcp.told') : t('pointing.dhcp.notAsked')}</td>
            <td>{format.time(until)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
