import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store.ts'
import { Card } from '../../ui/card.tsx'
import { ChoiceSetting, NumberSetting, TextSetting } from './setting-fields.tsx'
import classes from './settings.module.css'

/** How sessions are held, how long jobs wait, and how much of the trace is kept. */
export function SessionSettings() {
  const { t } = useTranslation()
  const { cwmp, jobs, trace } = useApp((app) => app.settings)
  return (
    <>
      <Card title={t('settings.groups.sessions')}>
        <div className={classes.fields}>
          <ChoiceSetting
            label={t('settings.emptyAnswer')}
            hint={t('settings.emptyAnswerHint')}
            value={cwmp.emptyAnswer}
            patchOf={(emptyAnswer) => ({ cwmp: { emptyAnswer } })}
            options={[
              { value: '204', label: t('settings.emptyAnswers.204') },
              { value: '200', label: t('settings.emptyAnswers.200') },
            ]}
          />
          <NumberSetting
            label={t('settings.sessionTimeout')}
            value={cwmp.sessionTimeoutSeconds}
            patchOf={(sessionTimeoutSeconds) => ({ cwmp: { sessionTimeoutSeconds } })}
            min={10}
            max={3600}
          />
          <NumberSetting
            label={t('settings.maxSessions')}
            value={cwmp.maxSessions}
            patchOf={(maxSessions) => ({ cwmp: { maxSessions } })}
            min={1}
            max={10_000}
          />
          <NumberSetting
            label={t('settings.deadline')}
            value={jobs.deadlineSeconds}
            patchOf={(deadlineSeconds) => ({ jobs: { deadlineSeconds } })}
            min={5}
            max={604_800}
          />
          <TextSetting
            label={t('settings.redirect')}
            hint={t('settings.redirectHint')}
            value={cwmp.redirectUrl}
            patchOf={(redirectUrl) => ({ cwmp: { redirectUrl: redirectUrl.trim() } })}
          />
        </div>
      </Card>
      <Card title={t('settings.groups.trace')}>
        <div className={classes.fields}>
          <NumberSetting
            label={t('settings.keepSessions')}
            value={trace.keepSessions}
            patchOf={(keepSessions) => ({ trace: { keepSessions } })}
            min={10}
            max={1_000_000}
          />
          <NumberSetting
            label={t('settings.keepMegabytes')}
            value={trace.keepMegabytes}
            patchOf={(keepMegabytes) => ({ trace: { keepMegabytes } })}
            min={1}
            max={100_000}
          />
        </div>
      </Card>
    </>
  )
}
