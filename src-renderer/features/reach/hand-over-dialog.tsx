import { Button, Group, Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isFinal } from '#shared/model/job.ts'
import type { PendingHandOver } from '#shared/model/pointing.ts'
import { useWords } from '../../i18n/words.ts'
import { useApp } from '../../stores/app-store.ts'
import { useField } from '../../stores/field-store.ts'
import { navigate } from '../../stores/route.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { JobStateLabel } from '../../ui/state-label.tsx'
import { useAction } from '../../ui/use-action.ts'
import { startJob } from '../../ui/use-job.ts'
import classes from './pointing.module.css'

interface HandOverDialogProps {
  /** The boxes that contact this laptop as the question is asked. */
  boxes: readonly PendingHandOver[]
  onStay: () => void
  onLeave: () => void
}

/** Asks on leaving, and hands over in one click all boxes whose operator is known; those without one lead to the page. */
export function HandOverDialog({ boxes, onStay, onLeave }: HandOverDialogProps) {
  const { t } = useTranslation()
  const left = useField(({ pending }) => pending.length) ?? 0
  const [jobIds, setJobIds] = useState<Readonly<Record<string, string>>>({})
  const known = boxes.filter(({ operatorUrl }) => operatorUrl !== '')
  const start = useAction(async () => {
    const started = known.map(async ({ deviceId }) => [deviceId, await startJob('handOver', deviceId, {})] as const)
    setJobIds(Object.fromEntries(await Promise.all(started)))
  })
  const isStarted = Object.keys(jobIds).length > 0
  const goThere = () => {
    onStay()
    navigate({ page: 'reach', tab: 'handOver' })
  }
  return (
    <Modal
      opened
      onClose={onStay}
      size="lg"
      title={left === 0 ? t('handOver.pending.allBack') : t('handOver.pending.title', { count: left })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <p>{t(left === 0 ? 'handOver.pending.mayLeave' : 'handOver.pending.text')}</p>
      <ul className={classes.leaving}>
        {boxes.map((box) => (
          <li key={box.deviceId}>
            <strong>
              {box.modelName} {box.serialNumber}
            </strong>{' '}
            <code className={classes.soft}>{box.operatorUrl || t('handOver.urlUnknown')}</code>
            {jobIds[box.deviceId] !== undefined && <Progress jobId={jobIds[box.deviceId] ?? ''} />}
          </li>
        ))}
      </ul>
      {start.error && <ErrorPanel error={start.error} />}
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button {...(left > 0 && { variant: 'default', color: 'red' })} onClick={onLeave}>
          {t(left === 0 ? 'handOver.pending.leave' : 'handOver.pending.leaveAnyway')}
        </Button>
        {left > 0 && known.length < boxes.length && (
          <Button variant={known.length === 0 ? 'filled' : 'default'} onClick={goThere}>
            {t('handOver.goThere')}
          </Button>
        )}
        {known.length > 0 && !isStarted && (
          <Button data-autofocus loading={start.isRunning} onClick={start.run}>
            {t('handOver.pending.handOverNow', { count: known.length })}
          </Button>
        )}
      </Group>
    </Modal>
  )
}

function Progress({ jobId }: { jobId: string }) {
  const words = useWords()
  const job = useApp((app) => app.jobs[jobId])
  if (!job) return null
  return (
    <div className={classes.outcome} role="status">
      <JobStateLabel state={job.state} />
      {!isFinal(job.state) && words.step(job.step)}
      {job.error && words.error(job.error).title}
    </div>
  )
}
