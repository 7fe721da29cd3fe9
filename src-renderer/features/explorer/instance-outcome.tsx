import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { friendlyName } from '#shared/dictionary/index.ts'
import { resolveLanguage } from '#shared/i18n/index.ts'
import type { Device } from '#shared/model/device.ts'
import { isFinal, jobKinds } from '#shared/model/job.ts'
import { useJob } from '../../ui/use-job.ts'
import classes from './explorer.module.css'
import { refreshBranch } from './refresh-branch.ts'

interface InstanceOutcomeProps {
  device: Device
  jobId: string
  onGo: (path: string) => void
}

/** The new instance: its default values are read at once, so that they can be changed. */
export function InstanceOutcome({ device, jobId, onGo }: InstanceOutcomeProps) {
  const { t, i18n } = useTranslation()
  const { job } = useJob(jobId)
  const result = job && isFinal(job.state) ? jobKinds.addObject.result.safeParse(job.result).data : undefined
  const path = result?.path
  const wasRead = useRef(false)
  useEffect(() => {
    if (path === undefined || wasRead.current) return
    wasRead.current = true
    refreshBranch(device.id, path)
  }, [path, device.id])
  if (!result || path === undefined) return null
  const what = friendlyName(path, resolveLanguage(i18n.language)) ?? path
  return (
    <div className={classes.outcome} role="status">
      <span>{t('explorer.instance.added', { what })}</span>
      {result.status === 1 && <span>{t('explorer.instance.afterReboot')}</span>}
      <Button variant="subtle" size="compact-xs" onClick={() => onGo(path)}>
        {t('read.save.open')}
      </Button>
    </div>
  )
}

/** Where the box still lists what it was to delete; what is gone leaves the tree and needs no words. */
export function DeletionOutcome({ jobId, what }: { jobId: string; what: string }) {
  const { t } = useTranslation()
  const { job } = useJob(jobId)
  const result = job && isFinal(job.state) ? jobKinds.deleteObject.result.safeParse(job.result).data : undefined
  if (!result || result.verified) return null
  return (
    <div className={classes.outcome} data-tone="warn" role="status">
      <span>{t('explorer.instance.stillThere', { what })}</span>
      {result.status === 1 && <span>{t('explorer.instance.afterReboot')}</span>}
    </div>
  )
}
