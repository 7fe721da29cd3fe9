import { Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CredentialDirection } from '#shared/model/credential.ts'
import type { Device } from '#shared/model/device.ts'
import { useField } from '../../stores/field-store.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { ShapeIcon } from '../../ui/shape.tsx'
import { InlineJob } from '../jobs/inline-job.tsx'
import { useStartJob } from '../jobs/use-start-job.ts'
import classes from './credentials.module.css'

type Choice = 'generate' | 'stored' | 'keep'

/** Writes credentials into the box in its next session, and tries those for connection requests at once. */
export function SetInBox({ device }: { device: Device }) {
  const { t } = useTranslation()
  const kept = useField(({ credentials }) => credentials) ?? []
  const [connectionRequest, setConnectionRequest] = useState<Choice>('generate')
  const [acs, setAcs] = useState<Choice>('keep')
  const job = useStartJob('setCredentials', device.id)
  const hasOwn = (direction: CredentialDirection) =>
    kept.some((one) => one.direction === direction && one.scope.kind === 'device' && one.scope.deviceId === device.id)
  const rows = [
    { direction: 'connectionRequest', value: connectionRequest, set: setConnectionRequest },
    { direction: 'acs', value: acs, set: setAcs },
  ] as const
  return (
    <Card title={t('credentialPage.setInBox')} hint={t('credentialPage.setInBoxHint')}>
      <div className={classes.form}>
        {rows.map(({ direction, value, set }) => (
          <div key={direction} className={classes.choice}>
            <span>{t(`credentials.directions.${direction}`)}</span>
            <SegmentedControl
              aria-label={t(`credentials.directions.${direction}`)}
              value={value}
              onChange={set}
              data={(['generate', 'stored', 'keep'] as const).map((choice) => ({
                value: choice,
                label: t(`credentialPage.choices.${choice}`),
                disabled: choice === 'stored' && !hasOwn(direction),
              }))}
            />
          </div>
        ))}
        <div>
          <Button
            loading={job.isRunning}
            disabled={connectionRequest === 'keep' && acs === 'keep'}
            onClick={() => job.run({ connectionRequest, acs })}
          >
            {t('credentialPage.setNow')}
          </Button>
        </div>
        {job.error && <ErrorPanel error={job.error} />}
        {job.id !== null && (
          <InlineJob
            id={job.id}
            kind="setCredentials"
            renderResult={(result) => (
              <ul className={classes.results}>
                {result.connectionRequest && (
                  <li>
                    <ShapeIcon
                      shape={result.connectionRequest.tested === false ? 'triangle' : 'check'}
                      tone={result.connectionRequest.tested === false ? 'warn' : 'ok'}
                    />
                    {t('credentialPage.setResult', { username: result.connectionRequest.username })}{' '}
                    {t(`credentialPage.tested.${String(result.connectionRequest.tested) as 'true' | 'false' | 'null'}`)}
                  </li>
                )}
                {result.acs && (
                  <li>
                    <ShapeIcon shape="check" tone="ok" />
                    {t('credentialPage.setResult', { username: result.acs.username })}
                  </li>
                )}
              </ul>
            )}
          />
        )}
      </div>
    </Card>
  )
}
