import { useTranslation } from 'react-i18next'
import { keyName } from '../../keyboard/shortcuts.ts'
import { useApp } from '../../stores/app-store.ts'
import { navigate, useRoute } from '../../stores/route.ts'
import { AlarmBadge } from '../alarms/alarm-badge.tsx'
import classes from './rail.module.css'
import { sectionOf, sections } from './sections.ts'

/** The sections of the app, always at hand. */
export function Rail() {
  const { t } = useTranslation()
  const route = useRoute()
  const jobKind = useApp((app) => (route.page === 'job' ? app.jobs[route.id]?.kind : undefined))
  const current = sectionOf(route.page, jobKind)
  return (
    <nav className={classes.rail} aria-label={t('shell.navigation')}>
      <div className={classes.brand} aria-hidden="true">
        <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
          <path d="M4 15a8 8 0 0 1 16 0" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
          <path d="M8 15a4 4 0 0 1 8 0" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
          <rect x="3" y="17" width="18" height="4" rx="1.5" fill="currentColor" />
        </svg>
        <span>FieldACS</span>
      </div>
      {sections.map(({ id, icon: SectionIcon }, index) => {
        const isCurrent = id === current
        return (
          <button
            key={id}
            type="button"
            className={classes.item}
            aria-current={isCurrent ? 'page' : undefined}
            aria-label={t(`shell.sections.${id}`)}
            title={
              index < 9 ? `${t(`shell.sections.${id}`)} (${keyName('Mod')}+${index + 1})` : t(`shell.sections.${id}`)
            }
            onClick={() => navigate({ page: id })}
          >
            <SectionIcon size={19} stroke={1.6} aria-hidden="true" />
            <span className={classes.label}>{t(`shell.sections.${id}`)}</span>
            {id === 'alarms' && <AlarmBadge />}
          </button>
        )
      })}
    </nav>
  )
}
