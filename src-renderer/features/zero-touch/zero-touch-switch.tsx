import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { KeptZeroTouchRule } from '#shared/model/provision.ts'
import { useApp } from '../../stores/app-store.ts'
import { changeSettings } from '../../stores/settings-actions.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useAction } from '../../ui/use-action.ts'
import classes from './zero-touch.module.css'

/** On or off, and in words what it does without being asked. */
export function ZeroTouchSwitch({ rules }: { rules: readonly KeptZeroTouchRule[] }) {
  const { t } = useTranslation()
  const isOn = useApp((app) => app.settings.provisioning.zeroTouch)
  const change = useAction((zeroTouch: boolean) => changeSettings({ provisioning: { zeroTouch } }))
  const enabled = rules.filter((rule) => rule.enabled).length
  return (
    <Card>
      <div className={classes.switch} data-on={isOn}>
        <Switch
          size="md"
          label={<strong>{isOn ? t('zeroTouch.on') : t('zeroTouch.off')}</strong>}
          checked={isOn}
          disabled={change.isRunning}
          onChange={(event) => change.run(event.currentTarget.checked)}
        />
        <div className={classes.warning}>
          <p>{t('zeroTouch.what')}</p>
          <p>{t('zeroTouch.limits')}</p>
          <p role="status">
            <strong>
              {isOn
                ? enabled === 0
                  ? t('zeroTouch.onWithoutRules')
                  : t('zeroTouch.onWith', { count: enabled })
                : t('zeroTouch.nothingStarts')}
            </strong>
          </p>
        </div>
      </div>
      {change.error && <ErrorPanel error={change.error} />}
    </Card>
  )
}
