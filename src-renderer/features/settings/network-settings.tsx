import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ListenerName } from '#shared/model/network.ts'
import { useApp } from '../../stores/app-store.ts'
import { chooseAdapter } from '../../stores/settings-actions.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useAction } from '../../ui/use-action.ts'
import { NumberSetting } from './setting-fields.tsx'
import classes from './settings.module.css'

const highestPort = 65_535

/** The adapter and the ports; a port that could not be opened says why right here. */
export function NetworkSettings() {
  const { t } = useTranslation()
  const settings = useApp((app) => app.settings)
  const adapters = useApp((app) => app.adapters)
  const choose = useAction(chooseAdapter)
  const key = ({ name, address }: { name: string; address: string }) => `${name} ${address}`
  return (
    <Card title={t('settings.groups.network')}>
      <div className={classes.fields}>
        <div className={classes.field}>
          <Select
            label={t('settings.adapter')}
            placeholder={t('shell.adapter.none')}
            value={settings.adapter.name === '' ? null : key(settings.adapter)}
            data={adapters.map((adapter) => ({
              value: key(adapter),
              label: `${adapter.name} · ${adapter.address}${adapter.internal ? ` (${t('shell.adapter.loopback')})` : ''}`,
            }))}
            onChange={(value) => {
              const adapter = adapters.find((one) => key(one) === value)
              if (adapter) choose.run(adapter)
            }}
            allowDeselect={false}
            className={classes.text}
          />
          {choose.error && <ErrorPanel error={choose.error} />}
        </div>
        <div>
          <NumberSetting
            label={t('settings.acsPort')}
            hint={t('settings.acsPortHint')}
            value={settings.cwmp.port}
            patchOf={(port) => ({ cwmp: { port } })}
            min={0}
            max={highestPort}
          />
          <ListenerError name="acs" />
        </div>
        <div>
          <NumberSetting
            label={t('settings.filesPort')}
            value={settings.files.port}
            patchOf={(port) => ({ files: { port } })}
            min={0}
            max={highestPort}
          />
          <ListenerError name="files" />
        </div>
        <div>
          <NumberSetting
            label={t('settings.stunPort')}
            value={settings.stun.port}
            patchOf={(port) => ({ stun: { port } })}
            min={0}
            max={highestPort}
          />
          <ListenerError name="stun" />
        </div>
      </div>
    </Card>
  )
}

function ListenerError({ name }: { name: ListenerName }) {
  const error = useApp((app) => app.listeners.find((listener) => listener.name === name)?.error)
  return error ? <ErrorPanel error={error} /> : null
}
