import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store.ts'
import { Card } from '../../ui/card.tsx'
import { Page } from '../../ui/page.tsx'
import { deviceName } from '../device/device-name.ts'
import { SwitchSetting } from '../settings/setting-fields.tsx'
import { BasicConsents } from './basic-consents.tsx'
import { CredentialForm } from './credential-form.tsx'
import { CredentialList } from './credential-list.tsx'
import { SetInBox } from './set-in-box.tsx'

/** User names and passwords in both directions: kept here, and set in the box. */
export function CredentialsPage({ deviceId }: { deviceId?: string }) {
  const { t } = useTranslation()
  const device = useApp((app) => (deviceId === undefined ? undefined : app.devices[deviceId]))
  const isOnFirstContact = useApp((app) => app.settings.cwmp.setCredentialsOnFirstContact)
  return (
    <Page
      title={t('credentialPage.title')}
      subtitle={device ? deviceName(device) : t('credentialPage.intro')}
      canGoBack
    >
      {device && <SetInBox device={device} />}
      <Card title={t('credentialPage.kept')} hint={t('credentialPage.keptHint')}>
        <CredentialList />
      </Card>
      <Card title={t('credentialPage.add')}>
        <CredentialForm {...(device && { device })} />
      </Card>
      <BasicConsents device={device} />
      <Card>
        <SwitchSetting
          label={t('credentials.setOnFirstContact')}
          hint={t('credentialPage.firstContactHint')}
          value={isOnFirstContact}
          patchOf={(setCredentialsOnFirstContact) => ({ cwmp: { setCredentialsOnFirstContact } })}
        />
      </Card>
    </Page>
  )
}
