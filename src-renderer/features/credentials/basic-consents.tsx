import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BasicConsent } from '#shared/model/credential.ts'
import type { Device } from '#shared/model/device.ts'
import { modelName, modelOf } from '#shared/model/model-key.ts'
import { call } from '../../api.ts'
import { useFormat } from '../../i18n/format.ts'
import { useField } from '../../stores/field-store.ts'
import { Card } from '../../ui/card.tsx'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useAction } from '../../ui/use-action.ts'
import classes from './credentials.module.css'
import { Scope } from './scope.tsx'

const none: readonly BasicConsent[] = []

/** Boxes that may be sent their password by Basic; `device` may be made one of them, alone or with its whole model. */
export function BasicConsents({ device }: { device: Device | undefined }) {
  const { t } = useTranslation()
  const consents = useField(({ basicConsents }) => basicConsents) ?? none
  return (
    <Card title={t('credentialPage.basic.title')} hint={t('credentialPage.basic.hint')}>
      <div className={classes.form}>
        {consents.length === 0 ? (
          <p className={classes.soft}>{t('credentialPage.basic.none')}</p>
        ) : (
          <ul className={classes.consents}>
            {consents.map((consent) => (
              <Consent key={consent.id} consent={consent} />
            ))}
          </ul>
        )}
        {device && <AllowButtons device={device} consents={consents} />}
      </div>
    </Card>
  )
}

function Consent({ consent: { id, scope, changedAt } }: { consent: BasicConsent }) {
  const { t } = useTranslation()
  const format = useFormat()
  const revoke = useAction(async () => void (await call('basicConsents.revoke', { id })))
  return (
    <li className={classes.consent}>
      <span>
        <Scope scope={scope} />
      </span>
      <span className={classes.soft}>{format.dateTime(changedAt)}</span>
      <Button variant="default" size="compact-xs" loading={revoke.isRunning} onClick={revoke.run}>
        {t('credentialPage.basic.revoke')}
      </Button>
      {revoke.error && <ErrorPanel error={revoke.error} />}
    </li>
  )
}

function AllowButtons({ device, consents }: { device: Device; consents: readonly BasicConsent[] }) {
  const { t } = useTranslation()
  const model = modelOf(device)
  const choices = [
    { label: t('credentialPage.basic.allowBox'), scope: { kind: 'device', deviceId: device.id } },
    { label: t('credentialPage.basic.allowModel', { model: modelName(model) }), scope: { kind: 'model', model } },
  ] as const
  const isAllowed = (scope: BasicConsent['scope']) =>
    consents.some((one) => JSON.stringify(one.scope) === JSON.stringify(scope))
  return (
    <div className={classes.choice}>
      {choices
        .filter(({ scope }) => !isAllowed(scope))
        .map(({ label, scope }) => (
          <ConfirmButton
            key={scope.kind}
            title={label}
            text={t('credentialPage.basic.warning')}
            confirmLabel={t('credentialPage.basic.allow')}
            onConfirm={async () => void (await call('basicConsents.allow', { scope }))}
            renderButton={(open) => (
              <Button variant="default" onClick={open}>
                {label}
              </Button>
            )}
          />
        ))}
    </div>
  )
}
