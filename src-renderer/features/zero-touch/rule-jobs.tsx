import { useTranslation } from 'react-i18next'
import { isFinal, type Job } from '#shared/model/job.ts'
import type { KeptZeroTouchRule } from '#shared/model/provision.ts'
import { useFormat } from '../../i18n/format.ts'
import { useWords } from '../../i18n/words.ts'
import { useApp } from '../../stores/app-store.ts'
import { navigate } from '../../stores/route.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { JobStateLabel } from '../../ui/state-label.tsx'
import { useCall } from '../../ui/use-call.ts'
import { deviceName } from '../device/device-name.ts'
import { type TemplateBook, useLabel } from '../templates/use-templates.ts'
import classes from './zero-touch.module.css'

const shownJobs = 20
const searchedJobs = 300

/** What rules have started by themselves, newest first, each linked to its job. */
export function RuleJobs({ rules, book }: { rules: readonly KeptZeroTouchRule[]; book: TemplateBook }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useWords()
  const label = useLabel()
  const devices = useApp((app) => app.devices)
  const live = useApp((app) => app.jobs)
  const own = Object.values(live).filter((job) => ruleOf(job) !== undefined)
  const revision = `${own.length} ${own.filter(({ state }) => isFinal(state)).length}`
  const provisions = useCall('jobs.list', { kind: 'provision', limit: searchedJobs }, revision)
  const pushes = useCall('jobs.list', { kind: 'firmware', limit: searchedJobs }, revision)
  const jobs = [provisions, pushes]
    .flatMap((fetched) => (fetched.status === 'ready' ? fetched.value : []))
    .filter((job) => ruleOf(job) !== undefined)
    .map((job) => live[job.id] ?? job)
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt))
    .slice(0, shownJobs)
  const nameOf = (rule: KeptZeroTouchRule | undefined): string => {
    if (!rule) return t('zeroTouch.ruleGone')
    const template = book.find(rule.template)
    return rule.name || (template ? label(template.name) : rule.template)
  }
  return (
    <Card title={t('zeroTouch.happened')}>
      {jobs.length === 0 ? (
        <EmptyState text={t('zeroTouch.nothingHappened')} />
      ) : (
        <ul className={classes.rows}>
          {jobs.map((job) => {
            const device = devices[job.deviceId]
            return (
              <li key={job.id}>
                <button type="button" className={classes.job} onClick={() => navigate({ page: 'job', id: job.id })}>
                  <span className={classes.name}>{device ? deviceName(device) : job.deviceId}</span>
                  <span>{t(`states.jobKind.${job.kind}`)}</span>
                  <span className={classes.soft}>{nameOf(rules.find(({ id }) => id === ruleOf(job)))}</span>
                  <JobStateLabel state={job.state} />
                  <span className={classes.soft}>
                    {job.error ? words.error(job.error).title : format.dateTime(job.createdAt)}
                  </span>
                </button>
              </li>
            )
          })}
        </ul>
      )}
    </Card>
  )
}

function ruleOf({ input }: Job): string | undefined {
  return (input as { ruleId?: string } | null)?.ruleId
}
