import { PasswordInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { ChoiceSetting, TextSetting } from './setting-fields.tsx'
import classes from './settings.module.css'
import { useSetting } from './use-setting.ts'

const auths = ['none', 'basic', 'digest'] as const

/** Whether boxes must log in, and with what. */
export function LoginSettings() {
  const { t } = useTranslation()
  const cwmp = useApp((app) => app.settings.cwmp)
  const password = useSetting(cwmp.password, (value) => ({ cwmp: { password: value } }))
  const isOpen = cwmp.auth !== 'none'
  return (
    <Card title={t('settings.groups.login')}>
      <div className={classes.fields}>
        <ChoiceSetting
          label={t('settings.auth')}
          hint={t('settings.authHint')}
          value={cwmp.auth}
          patchOf={(auth) => ({ cwmp: { auth } })}
          options={auths.map((value) => ({ value, label: t(`settings.auths.${value}`) }))}
        />
        {isOpen && (
          <>
            <TextSetting
              label={t('settings.username')}
              {...(cwmp.username === '' && { hint: t('settings.credentialsNeeded') })}
              value={cwmp.username}
              patchOf={(username) => ({ cwmp: { username } })}
            />
            <div className={classes.field}>
              <PasswordInput
                label={t('settings.password')}
                value={password.value}
                onChange={(event) => password.type(event.currentTarget.value)}
                onBlur={password.commitDraft}
                error={password.problem}
                visibilityToggleButtonProps={{ 'aria-label': t('common.reveal') }}
                className={classes.text}
              />
              {password.error && <ErrorPanel error={password.error} />}
            </div>
          </>
        )}
      </div>
    </Card>
  )
}
