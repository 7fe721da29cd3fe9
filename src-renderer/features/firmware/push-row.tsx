import { Button, Progress, Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { cancelMeaningOf, phaseOf, pushPhases } from '#shared/model/firmware-push.ts'
import { call } from '../../api.ts'
import { useFormat } from '../../i18n/format.ts'
import { useWords } from '../../i18n/words.ts'
import { useApp } from '../../stores/app-store.ts'
import { usePushTransfer } from '../../stores/push-store.ts'
import { navigate } from '../../stores/route.ts'
import { restOf, speedOf } from '../../stores/samples.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useAction } from '../../ui/use-action.ts'
import { deviceName } from '../device/device-name.ts'
import classes from './firmware.module.css'
import type { LiveRow } from './use-batch.ts'

/** One box on its way: its phases, one weighted bar, bytes, speed and rest, and what can be done now. */
export function PushRow({ jobId, deviceId, job }: Pick<LiveRow, 'jobId' | 'deviceId' | 'job'>) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useWords()
  const device = useApp((app) => app.devices[deviceId])
  const cancel = useAction(async () => void (await call('jobs.cancel', { id: jobId })))
  const step = job?.step ?? 'queued'
  const phase = phaseOf(step)
  const meaning = cancelMeaningOf(step)
  const isWaiting = phase === 'preparing' || phase === 'waiting'
  const isCancelling = job?.state === 'cancelling'
  const isHeld = meaning === 'impossible' || isCancelling
  const name = device ? deviceName(device) : t('firmware.push.boxGone')
  const at = pushPhases.indexOf(phase)
  return (
    <li className={classes.row} aria-label={name}>
      <div className={classes.pushHead}>
        <button type="button" className={classes.boxLink} onClick={() => navigate({ page: 'firmware', jobId })}>
          {name}
        </button>
        <Tooltip label={t(`firmware.push.cancelHints.${meaning}`)} multiline w={300}>
          <Button
            variant="default"
            {...(isHeld && { 'data-disabled': true })}
            aria-disabled={isHeld}
            loading={cancel.isRunning}
            onClick={() => {
              if (!isHeld) cancel.run()
            }}
          >
            {isCancelling ? t('states.job.cancelling') : t(`firmware.push.cancel.${meaning}`)}
          </Button>
        </Tooltip>
      </div>
      <ol className={classes.phases}>
        {pushPhases.map((one, index) => (
          <li
            key={one}
            data-state={index < at ? 'done' : index === at ? 'current' : 'later'}
            aria-current={index === at ? 'step' : undefined}
          >
            {t(`firmware.push.phases.${one}`)}
          </li>
        ))}
      </ol>
      <Progress
        value={Math.max(2, (job?.progress ?? 0) * 100)}
        striped={isWaiting || phase === 'installing'}
        animated={isWaiting || phase === 'installing'}
        color="petrol"
        aria-label={words.step(step)}
      />
      <div className={classes.pushFoot}>
        <span aria-live="polite">{words.step(step)}</span>
        <span className={classes.space} />
        <TransferFacts jobId={jobId} isMoving={step === 'transferring'} />
      </div>
      {phase === 'waiting' && job?.deadlineAt && (
        <p className={classes.soft}>{t('firmware.push.waitHint', { time: format.time(job.deadlineAt) })}</p>
      )}
      {meaning === 'impossible' && <p className={classes.soft}>{t('firmware.push.cancelHints.impossible')}</p>}
      {step === 'waitingForRestart' && <p className={classes.soft}>{t('firmware.push.restartHint')}</p>}
      {job?.notice && <ErrorPanel error={job.notice} isNotice />}
      {cancel.error && <ErrorPanel error={cancel.error} />}
    </li>
  )
}

/** Bytes taken, and while they move: how fast, and how long it will take. */
function TransferFacts({ jobId, isMoving }: { jobId: string; isMoving: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const transfer = usePushTransfer(jobId)
  if (!transfer) return null
  const { bytes, sizeBytes } = transfer.progress
  const speed = isMoving ? speedOf(transfer.samples) : null
  const restMs = restOf(speed, bytes, sizeBytes)
  return (
    <span className={classes.transferFacts}>
      <span>{t('firmware.push.bytes', { bytes: format.bytes(bytes), size: format.bytes(sizeBytes) })}</span>
      {speed !== null && <span>{t('firmware.push.speed', { speed: format.bytes(speed) })}</span>}
      {restMs !== null && (
        <span>
          {t('firmware.push.eta', { time: format.duration(Math.max(1000, Math.round(restMs / 1000) * 1000)) })}
        </span>
      )}
    </span>
  )
}
