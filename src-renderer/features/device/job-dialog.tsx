import { Button, Group, Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { JobInput, JobKind, JobResult } from '#shared/model/job.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { InlineJob } from '../jobs/inline-job.tsx'
import { useStartJob } from '../jobs/use-start-job.ts'

interface JobDialogProps<K extends JobKind> {
  kind: K
  deviceId: string
  title: string
  /** What is about to happen, and fields for it. */
  children: React.ReactNode
  confirmLabel: string
  /** What is asked of the box; null while the fields are wrong. */
  input: Partial<JobInput<K>> | null
  /** Something is lost: the confirming button waits, and is not the one that Enter presses. */
  isDestructive?: boolean
  /** Something else must be done before it can be confirmed. */
  isLocked?: boolean
  renderResult?: (result: JobResult<K>) => React.ReactNode
  renderButton: (open: () => void) => React.ReactNode
}

const delayMs = 2000

/** A button that says what will happen, asks, starts a job and follows it to its end. */
export function JobDialog<K extends JobKind>(props: JobDialogProps<K>) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      {props.renderButton(() => setOpen(true))}
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={props.title}
        size="lg"
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {isOpen && <DialogBody {...props} onClose={() => setOpen(false)} />}
      </Modal>
    </>
  )
}

function DialogBody<K extends JobKind>({ onClose, ...props }: JobDialogProps<K> & { onClose: () => void }) {
  const { t } = useTranslation()
  const { isDestructive = false, isLocked = false } = props
  const [isReady, setReady] = useState(!isDestructive)
  const job = useStartJob(props.kind, props.deviceId)
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), delayMs)
    return () => clearTimeout(timer)
  }, [])

  const send = () => {
    if (props.input !== null) job.run(props.input)
  }
  if (job.id !== null) {
    return (
      <>
        <InlineJob id={job.id} kind={props.kind} {...(props.renderResult && { renderResult: props.renderResult })} />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('common.close')}
          </Button>
        </Group>
      </>
    )
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!isDestructive) send()
      }}
    >
      {props.children}
      {job.error && <ErrorPanel error={job.error} />}
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" data-autofocus={isDestructive} onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          {...(isDestructive ? { color: 'red', onClick: send } : { type: 'submit' as const, 'data-autofocus': true })}
          loading={job.isRunning}
          disabled={!isReady || isLocked || props.input === null}
        >
          {props.confirmLabel}
        </Button>
      </Group>
    </form>
  )
}
