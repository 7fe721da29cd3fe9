import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { ChoiceSetting, NumberSetting } from './setting-fields.tsx'
import classes from './settings.module.css'

const servers = ['filesTls', 'ftp', 'tftp'] as const
const highestPort = 65_535

/** The file servers beyond HTTP, each off until it is wanted, and how many boxes are updated at one time. */
export function TransferSettings() {
  const { t } = useTranslation()
  const settings = useApp((app) => app.settings)
  const listeners = useApp((app) => app.listeners)
  return (
    <Card title={t('firmware.settings.title')} hint={t('firmware.settings.hint')}>
      <div className={classes.fields}>
        <NumberSetting
          label={t('firmware.settings.maxSimultaneous')}
          value={settings.firmware.maxSimultaneous}
          patchOf={(maxSimultaneous) => ({ firmware: { maxSimultaneous } })}
          min={1}
          max={64}
        />
        {servers.map((name) => {
          const error = listeners.find((listener) => listener.name === name)?.error
          return (
            <div key={name} className={classes.server}>
              <ChoiceSetting
                label={t(`firmware.settings.${name}`)}
                value={settings[name].enabled ? 'on' : 'off'}
                patchOf={(value) => ({ [name]: { enabled: value === 'on' } })}
                options={[
                  { value: 'off', label: t('firmware.settings.off') },
                  { value: 'on', label: t('firmware.settings.on') },
                ]}
              />
              {settings[name].enabled && (
                <NumberSetting
                  label={`${t(`shell.listeners.${name}`)} · ${t('firmware.settings.port')}`}
                  value={settings[name].port}
                  patchOf={(port) => ({ [name]: { port } })}
                  min={0}
                  max={highestPort}
                />
              )}
              {name === 'ftp' && settings.ftp.enabled && <PassivePorts />}
              {error && <ErrorPanel error={error} />}
            </div>
          )
        })}
      </div>
    </Card>
  )
}

/** Where data connections of FTP come in, for a firewall that is opened by port. */
function PassivePorts() {
  const { t } = useTranslation()
  const { passiveFrom, passiveTo } = useApp((app) => app.settings.ftp)
  return (
    <>
      <NumberSetting
        label={t('firmware.settings.passiveFrom')}
        hint={t('firmware.settings.passiveHint')}
        value={passiveFrom}
        patchOf={(value) => ({ ftp: { passiveFrom: value } })}
        min={0}
        max={highestPort}
      />
      {passiveFrom > 0 && (
        <NumberSetting
          label={t('firmware.settings.passiveTo')}
          value={passiveTo}
          patchOf={(value) => ({ ftp: { passiveTo: value } })}
          min={0}
          max={highestPort}
        />
      )}
    </>
  )
}
