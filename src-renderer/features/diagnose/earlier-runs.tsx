import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { navigate } from '../../stores/route.ts'
import { Card } from '../../ui/card.tsx'
import classes from './diagnose.module.css'
import { VerdictLabel } from './labels.tsx'
import type { EarlierRun } from './use-earlier-runs.ts'

interface EarlierRunsProps {
  runs: readonly EarlierRun[]
  /** The run that is compared with. */
  comparedId?: string | null
  onCompare?: (id: string | null) => void
}

/** What was tested with the box before: to open, or to set beside the result on the screen. */
export function EarlierRuns({ runs, comparedId = null, onCompare }: EarlierRunsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Card title={t('diagnose.earlier.title')}>
      {runs.length === 0 && <p className={classes.soft}>{t('diagnose.earlier.none')}</p>}
      <ul className={classes.runs}>
        {runs.map(({ job, result }) => (
          <li key={job.id} className={classes.run}>
            <span className={classes.when}>{format.dateTime(job.createdAt)}</span>
            <VerdictLabel verdict={result.verdict} />
            <span className={classes.runTests}>
              {format.list(result.results.map(({ test }) => t(`diagnose.kinds.${test.kind}`)))}
            </span>
            {onCompare && (
              <Button
                variant={comparedId === job.id ? 'light' : 'default'}
                size="compact-xs"
                aria-pressed={comparedId === job.id}
                onClick={() => onCompare(comparedId === job.id ? null : job.id)}
              >
                {t(comparedId === job.id ? 'diagnose.earlier.comparing' : 'diagnose.earlier.compare')}
              </Button>
            )}
            <Button variant="subtle" size="compact-xs" onClick={() => navigate({ page: 'job', id: job.id })}>
              {t('diagnose.earlier.open')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
