import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store.ts'
import { navigate, type SettingsFocus } from '../../stores/route.ts'
import { Card } from '../../ui/card.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Page } from '../../ui/page.tsx'
import { AppearanceSettings } from './appearance-settings.tsx'
import { DiscoverySettings } from './discovery-settings.tsx'
import { LoginSettings } from './login-settings.tsx'
import { NetworkSettings } from './network-settings.tsx'
import { SessionSettings } from './session-settings.tsx'
import classes from './settings.module.css'
import { TlsSettings } from './tls-settings.tsx'
import { TransferSettings } from './transfer-settings.tsx'

/** What can be set; each value is kept and used as soon as it is entered. */
export function SettingsPage({ focus }: { focus?: SettingsFocus }) {
  const { t } = useTranslation()
  const version = useApp((app) => app.version)
  const dataDir = useApp((app) => app.dataDir)
  const wanted = useRef<HTMLDivElement>(null)
  useEffect(() => wanted.current?.scrollIntoView(), [])
  const at = (group: SettingsFocus) => ({ ref: focus === group ? wanted : undefined, className: classes.group })
  return (
    <Page title={t('settings.title')} subtitle={t('settings.intro')}>
      <AppearanceSettings />
      <NetworkSettings />
      <TransferSettings />
      <div {...at('tls')}>
        <TlsSettings />
      </div>
      <div {...at('login')}>
        <LoginSettings />
      </div>
      <div {...at('discovery')}>
        <DiscoverySettings />
      </div>
      <div {...at('sessions')}>
        <SessionSettings />
      </div>
      <Card title={t('settings.groups.boxes')}>
        <div className={classes.links}>
          <Button variant="default" onClick={() => navigate({ page: 'credentials' })}>
            {t('credentialPage.title')}
          </Button>
          <Button variant="default" onClick={() => navigate({ page: 'quirks' })}>
            {t('quirkPage.title')}
          </Button>
          <Button variant="default" onClick={() => navigate({ page: 'dataModels' })}>
            {t('dataModels.title')}
          </Button>
          <Button variant="default" onClick={() => navigate({ page: 'faults' })}>
            {t('catalogue.title')}
          </Button>
        </div>
      </Card>
      <Card title={t('settings.groups.about')}>
        <Facts>
          <Fact label={t('settings.version')} copy={version}>
            FieldACS {version}
          </Fact>
          <Fact label={t('settings.dataDir')} copy={dataDir}>
            <code>{dataDir}</code>
          </Fact>
        </Facts>
      </Card>
    </Page>
  )
}
