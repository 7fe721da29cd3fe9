import { useTranslation } from 'react-i18next'
import type { CredentialScope } from '#shared/model/credential.ts'
import { modelName } from '#shared/model/model-key.ts'
import { useApp } from '../../stores/app-store.ts'
import { deviceName } from '../device/device-name.ts'

/** For which boxes something is kept. */
export function Scope({ scope }: { scope: CredentialScope }) {
  const { t } = useTranslation()
  const device = useApp((app) => (scope.kind === 'device' ? app.devices[scope.deviceId] : undefined))
  switch (scope.kind) {
    case 'default':
      return <strong>{t('credentials.scopes.default')}</strong>
    case 'model':
      return (
        <>
          {t('credentials.scopes.model')} <strong>{modelName(scope.model)}</strong>
        </>
      )
    case 'device':
      return (
        <>
          {t('credentials.scopes.device')} <strong>{device ? deviceName(device) : scope.deviceId}</strong>
        </>
      )
  }
}
