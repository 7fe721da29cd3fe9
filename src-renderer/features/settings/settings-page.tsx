import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store.ts'
import { Card } from '../../ui/card.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Page } from '../../ui/page.tsx'
import { AppearanceSettings } from './appearance-settings.tsx'
import { LoginSettings } from './login-settings.tsx'
import { NetworkSettings } from './network-settings.tsx'
import { SessionSettings } from './session-settings.tsx'
import { TransferSettings } from './transfer-settings.tsx'

/** What can be set; each value is kept and used as soon as it is entered. */
export function SettingsPage({ focus }: { focus?: 'login' }) {
  const { t } = useTranslation()
  const version = useApp((app) => app.version)
  const dataDir = useApp((app) => app.dataDir)
  const login = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (focus === 'login') login.current?.scrollIntoView()
  }, [focus])
  return (
    <Page title={t('settings.title')} subtitle={t('settings.intro')}>
      <AppearanceSettings />
      <NetworkSettings />
      <TransferSettings />
      <div ref={login}>
        <LoginSettings />
      </div>
      <SessionSettings />
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
