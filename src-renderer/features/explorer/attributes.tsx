import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import { isFinal, type JobInput, jobKinds } from '#shared/model/job.ts'
import { useWords } from '../../i18n/words.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useAction } from '../../ui/use-action.ts'
import { startJob, useJob } from '../../ui/use-job.ts'
import classes from './explorer.module.css'

/** The levels of TR-069 A.3.2.4 in the order of their numbers. */
const levels = ['none', 'passive', 'active', 'passiveLight', 'passiveBoth', 'activeLight', 'activeBoth'] as const

/** Whether the box reports a change by itself: asked for when wanted, changed at once. */
export function Attributes({ device, path }: { device: Device; path: string }) {
  const { t } = useTranslation()
  const [jobId, setJobId] = useState<string | null>(null)
  const start = useAction(async (input: Partial<JobInput<'attributes'>>) => {
    setJobId(await startJob('attributes', device.id, input))
  })
  return (
    <section className={classes.attributes} aria-label={t('explorer.attributes.title')}>
      <div className={classes.inline}>
        <strong>{t('explorer.attributes.title')}</strong>
        <Button
          variant="default"
          size="compact-xs"
          loading={start.isRunning}
          onClick={() => start.run({ paths: [path] })}
        >
          {t('explorer.attributes.read')}
        </Button>
      </div>
      <p className={classes.faint}>{t('explorer.attributes.hint')}</p>
      {start.error && <ErrorPanel error={start.error} />}
      {jobId !== null && (
        <Outcome
          jobId={jobId}
          path={path}
          onSet={(notification) => start.run({ set: [{ name: path, notification }] })}
        />
      )}
    </section>
  )
}

interface OutcomeProps {
  jobId: string
  path: string
  onSet: (notification: number) => void
}

function Outcome({ jobId, path, onSet }: OutcomeProps) {
  const { t } = useTranslation()
  const words = useWords()
  const { job, error } = useJob(jobId)
  if (error) return <ErrorPanel error={error} />
  if (!job || !isFinal(job.state)) return <p role="status">{words.step(job?.step ?? 'queued')}</p>
  if (job.error) return <ErrorPanel error={job.error} />
  const result = jobKinds.attributes.result.safeParse(job.result).data
  const found = result?.attributes.find(({ name }) => name === path)
  const failure = result?.failed.find(({ name }) => name === path)
  if (failure)
    return (
      <p>
        {failure.code} {words.fault(failure.code).cause}
      </p>
    )
  if (!found) return null
  const { notification, accessList } = found
  return (
    <>
      <Select
        label={t('explorer.attributes.title')}
        labelProps={{ className: 'visually-hidden' }}
        data={levels
          .map((level, number) => ({ value: String(number), label: t(`explorer.attributes.${level}`) }))
          .filter((_one, number) => number <= 2 || number === notification)}
        value={String(notification)}
        allowDeselect={false}
        onChange={(value) => value !== null && onSet(Number(value))}
      />
      <p className={classes.faint}>
        {t('explorer.attributes.access')}:{' '}
        {accessList.length === 0 ? t('explorer.attributes.accessNone') : accessList.join(', ')}
      </p>
    </>
  )
}
