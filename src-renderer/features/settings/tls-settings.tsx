import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TlsSettings as Tls } from '#shared/model/settings.ts'
import { useApp } from '../../stores/app-store.ts'
import { Card } from '../../ui/card.tsx'
import { CopyIcon } from '../../ui/copy-button.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Authority } from './authority.tsx'
import { ChoiceSetting, NumberSetting, SwitchSetting } from './setting-fields.tsx'
import classes from './settings.module.css'
import { useSetting } from './use-setting.ts'

const demands: readonly Tls['clientCertificates'][] = ['no', 'ask', 'require']

/** HTTPS for boxes that insist on it: the laptop's own certificate, old versions by choice, certificates of the boxes. */
export function TlsSettings() {
  const { t } = useTranslation()
  const tls = useApp((app) => app.settings.tls)
  const url = useApp((app) => app.endpoints.acsTlsUrl)
  const error = useApp((app) => app.listeners.find(({ name }) => name === 'acsTls')?.error)
  return (
    <Card title={t('settings.groups.tls')} hint={t('settings.tls.hint')}>
      <div className={classes.fields}>
        <SwitchSetting
          label={t('settings.tls.enabled')}
          hint={t('settings.tls.enabledHint')}
          value={tls.enabled}
          patchOf={(enabled) => ({ tls: { enabled } })}
        />
        {tls.enabled && (
          <>
            <div>
              <NumberSetting
                label={t('settings.tls.port')}
                value={tls.port}
                patchOf={(port) => ({ tls: { port } })}
                min={0}
                max={65_535}
              />
              {error && <ErrorPanel error={error} />}
            </div>
            <SwitchSetting
              label={t('settings.tls.old')}
              hint={t('settings.tls.oldHint')}
              value={tls.oldTls}
              patchOf={(oldTls) => ({ tls: { oldTls } })}
            />
            <ChoiceSetting
              label={t('settings.tls.client')}
              hint={t('settings.tls.clientHint')}
              value={tls.clientCertificates}
              patchOf={(clientCertificates) => ({ tls: { clientCertificates } })}
              options={demands.map((value) => ({ value, label: t(`settings.tls.clients.${value}`) }))}
            />
            {(tls.clientCertificates !== 'no' || tls.clientCa !== '') && <ClientCa value={tls.clientCa} />}
            {url !== null && (
              <div className={classes.wide}>
                <div className={classes.label}>{t('settings.tls.url')}</div>
                <div className={classes.links}>
                  <code>{url}</code>
                  <CopyIcon value={url} what={t('settings.tls.url')} />
                </div>
              </div>
            )}
          </>
        )}
        <Authority />
      </div>
    </Card>
  )
}

function ClientCa({ value }: { value: string }) {
  const { t } = useTranslation()
  const setting = useSetting(value, (clientCa) => ({ tls: { clientCa: clientCa.trim() } }))
  return (
    <div className={classes.wide}>
      <Textarea
        label={t('settings.tls.clientCa')}
        description={t('settings.tls.clientCaHint')}
        placeholder="-----BEGIN CERTIFICATE-----"
        value={setting.value}
        onChange={(event) => setting.type(event.currentTarget.value)}
        onBlur={setting.commitDraft}
        error={setting.problem}
        autosize
        minRows={3}
        maxRows={10}
        spellCheck={false}
        classNames={{ input: classes.pem ?? '' }}
      />
      {setting.error && <ErrorPanel error={setting.error} />}
    </div>
  )
}
