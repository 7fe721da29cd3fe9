import { Button, Progress } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isFinal } from '#shared/model/job.ts'
import type { TemplateVariable } from '#shared/model/template.ts'
import { call } from '../../api.ts'
import { useFormat } from '../../i18n/format.ts'
import { useWords } from '../../i18n/words.ts'
import { useApp } from '../../stores/app-store.ts'
import { navigate } from '../../stores/route.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { StateLabel } from '../../ui/state-label.tsx'
import { useAction } from '../../ui/use-action.ts'
import { deviceName } from '../device/device-name.ts'
import { BoxResult } from './box-result.tsx'
import { DetailsButton } from './details-button.tsx'
import { outcomeLooks, outcomeOf } from './outcomes.ts'
import classes from './provision.module.css'
import type { BatchRow } from './use-batch.ts'

interface BatchBoxProps {
  row: BatchRow
  variables: readonly TemplateVariable[]
  isOnly: boolean
  onRetry: () => void
}

/** One box of a batch: how far it is, then its outcome, with every value on demand. */
export function BatchBox({ row, variables, isOnly, onRetry }: BatchBoxProps) {
  const { t } = useTranslation()
  const words = useWords()
  const format = useFormat()
  const { job, result } = row
  const device = useApp((app) => app.devices[job.deviceId])
  const [isToggled, setToggled] = useState(false)
  const stop = useAction(async () => void (await call('jobs.cancel', { id: job.id })))
  const outcome = outcomeOf(row)
  const isOpen = isToggled !== isOnly
  const isWaiting = job.state === 'waiting' || job.state === 'queued'
  const name = device ? deviceName(device) : job.deviceId
  return (
    <li className={classes.checkRow}>
      <div className={classes.checkLine}>
        <span className={classes.name}>{name}</span>
        <StateLabel look={outcomeLooks[outcome]}>
          {outcome === 'running' ? words.step(job.step) : t(`provision.outcomes.${outcome}`)}
        </StateLabel>
        {result && outcome !== 'running' && <Counts {...result.summary} />}
        <span className={classes.space} />
        {job.endedAt !== null && (
          <span className={classes.soft}>{format.duration(Date.parse(job.endedAt) - Date.parse(job.createdAt))}</span>
        )}
        {!isFinal(job.state) && (
          <Button
            variant="default"
            size="compact-sm"
            loading={stop.isRunning}
            disabled={job.state === 'cancelling'}
            onClick={() => stop.run()}
          >
            {t('common.cancel')}
          </Button>
        )}
        <Button variant="subtle" size="compact-sm" onClick={() => navigate({ page: 'job', id: job.id })}>
          {t('actions.openJob')}
        </Button>
        {!isOnly && <DetailsButton name={name} isOpen={isOpen} onToggle={() => setToggled(!isToggled)} />}
      </div>
      {!isFinal(job.state) && (
        <Progress
          value={isWaiting ? 100 : Math.max(4, job.progress * 100)}
          striped={isWaiting}
          animated={isWaiting}
          color={isWaiting ? 'gray' : 'petrol'}
          aria-label={words.step(job.step)}
        />
      )}
      {stop.error && <ErrorPanel error={stop.error} />}
      {isOpen ? (
        <BoxResult row={row} variables={variables} onRetry={onRetry} />
      ) : (
        job.error && <span className={classes.bad}>{words.error(job.error).title}</span>
      )}
    </li>
  )
}

function Counts(summary: { verified: number; different: number; failed: number; unchanged: number }) {
  const { t } = useTranslation()
  const parts = (['verified', 'different', 'failed', 'unchanged'] as const).filter((key) => summary[key] > 0)
  return (
    <span className={classes.soft}>
      {parts.map((key) => t(`provision.counts.${key}`, { count: summary[key] })).join(' · ')}
    </span>
  )
}
