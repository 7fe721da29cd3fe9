import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import { isFinal, type Job, jobKinds } from '#shared/model/job.ts'
import { wantsEncryption } from '#shared/parameters/encryption.ts'
import { useShortcut } from '../../keyboard/use-shortcut.ts'
import { revert, settleWrite, setWrite, usePending, usePendingStore } from '../../stores/pending-store.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { JobStateLabel } from '../../ui/state-label.tsx'
import { useAction } from '../../ui/use-action.ts'
import { startJob, useJob } from '../../ui/use-job.ts'
import type { Known } from '../explorer/known.ts'
import classes from './changes.module.css'
import { EncryptionWarning } from './encryption-warning.tsx'
import { writtenPaths } from './outcome.ts'
import { StagedTable } from './staged-table.tsx'
import { useOutcomeText, WriteOutcome } from './write-outcome.tsx'

interface ChangesPanelProps {
  device: Device
  known: Known
  onGo: (path: string) => void
}

/** The drawer of a box's changes: staged, on their way, and what became of them. */
export function ChangesPanel({ device, known, onGo }: ChangesPanelProps) {
  const write = usePendingStore((store) => store.writes[device.id])
  return (
    <>
      {write && <Written key={write.jobId} device={device} jobId={write.jobId} />}
      <Staged device={device} known={known} onGo={onGo} isWriting={write !== undefined && !write.isSettled} />
    </>
  )
}

function Staged({ device, known, onGo, isWriting }: ChangesPanelProps & { isWriting: boolean }) {
  const { t } = useTranslation()
  const changes = Object.values(usePending(device.id))
  const [isOpen, setOpen] = useState(true)
  const [isWarning, setWarning] = useState(false)
  const plain = changes.filter(({ path }) => wantsEncryption(path, (one) => known.values.get(one)?.value))
  const apply = useAction(async () => {
    setWarning(false)
    const values = changes.map(({ path, value, type }) => ({ name: path, value, type }))
    setWrite(device.id, await startJob('write', device.id, { values: values.map(withoutGuess(known)) }))
  })
  const start = (): void => {
    if (changes.length === 0 || apply.isRunning) return
    if (plain.length > 0) setWarning(true)
    else apply.run()
  }
  useShortcut('apply', start)
  if (changes.length === 0 || isWriting) return null
  const Mark = isOpen ? IconChevronDown : IconChevronUp
  const toggleLabel = t(isOpen ? 'changes.hide' : 'changes.show')
  return (
    <section className={classes.panel} aria-label={t('changes.label')}>
      <div className={classes.head}>
        <ActionIcon size="sm" aria-label={toggleLabel} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <Mark size={16} />
        </ActionIcon>
        <strong role="status">{t('changes.staged', { count: changes.length })}</strong>
        <span className={classes.space} />
        <Button variant="default" onClick={() => revert(device.id)}>
          {t('changes.revertAll')}
        </Button>
        <Tooltip label={t('changes.applyHint')}>
          <Button loading={apply.isRunning} onClick={start}>
            {t('changes.apply', { count: changes.length })}
          </Button>
        </Tooltip>
      </div>
      {apply.error && <ErrorPanel error={apply.error} />}
      {isOpen && (
        <div className={classes.body}>
          <StagedTable changes={changes} known={known} onRevert={(path) => revert(device.id, [path])} onGo={onGo} />
        </div>
      )}
      {isWarning && (
        <EncryptionWarning paths={plain.map(({ path }) => path)} onSend={apply.run} onClose={() => setWarning(false)} />
      )}
    </section>
  )
}

/** The box's own type goes along only where it is known; else the job asks the box. */
function withoutGuess(known: Known) {
  return ({ name, value, type }: { name: string; value: string; type: string }) =>
    known.values.has(name) ? { name, value } : { name, value, type }
}

function Written({ device, jobId }: { device: Device; jobId: string }) {
  const { job, error } = useJob(jobId)
  const isEnded = job !== null && isFinal(job.state)
  useEffect(() => {
    if (!job || !isFinal(job.state)) return
    const result = jobKinds.write.result.safeParse(job.result).data
    // The live job ends a moment before its result is fetched.
    if (result || job.error) settleWrite(device.id, jobId, result ? writtenPaths(result) : [])
  }, [job, jobId, device.id])
  if (error) return <ErrorPanel error={error} />
  if (!job || !isEnded || (job.result === null && !job.error)) return null
  return <WrittenPanel device={device} job={job} />
}

function WrittenPanel({ device, job }: { device: Device; job: Job }) {
  const { t } = useTranslation()
  const outcome = useOutcomeText(job)
  const result = jobKinds.write.result.safeParse(job.result).data
  return (
    <section className={classes.panel} aria-label={t('changes.columns.result')}>
      <div className={classes.head}>
        <JobStateLabel state={job.state} />
        <strong role="status">{outcome}</strong>
        <span className={classes.space} />
        <Button variant="default" onClick={() => setWrite(device.id, null)}>
          {t('common.close')}
        </Button>
      </div>
      <div className={classes.body}>
        {job.error && !result && <ErrorPanel error={job.error} retry={() => setWrite(device.id, null)} />}
        <WriteOutcome
          device={device}
          job={job}
          onStarted={(id) => setWrite(device.id, id)}
          onUndo={() => setWrite(device.id, null)}
        />
      </div>
    </section>
  )
}
