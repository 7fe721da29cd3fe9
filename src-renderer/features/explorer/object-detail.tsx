import { Button } from '@mantine/core'
import { IconPlus, IconRefresh, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import type { TreeNode } from '#shared/parameters/tree.ts'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { startJob } from '../../ui/use-job.ts'
import classes from './explorer.module.css'
import { DeletionOutcome, InstanceOutcome } from './instance-outcome.tsx'
import { refreshBranch } from './refresh-branch.ts'

interface ObjectDetailProps {
  device: Device
  node: TreeNode
  title: string
  onGo: (path: string) => void
}

/** A branch: how much is in it, and its instances added and deleted. */
export function ObjectDetail({ device, node, title, onGo }: ObjectDetailProps) {
  const { t } = useTranslation()
  const [jobId, setJobId] = useState<string | null>(null)
  const [deletion, setDeletion] = useState<string | null>(null)
  const { path, kind, writable, size, children } = node
  const isTable = kind === 'object' && (writable === true || children.some((child) => child.kind === 'instance'))
  return (
    <>
      <dl className={classes.facts}>
        <dt>{t('explorer.detail.holds')}</dt>
        <dd>{t('explorer.row.inBranch', { count: size })}</dd>
        {(isTable || kind === 'instance') && (
          <>
            <dt>{t('explorer.detail.access')}</dt>
            <dd>
              {writable === null
                ? t('explorer.detail.accessUnknown')
                : t(writable ? 'explorer.detail.writable' : 'explorer.detail.readOnly')}
            </dd>
          </>
        )}
      </dl>
      <div className={classes.objectActions}>
        <Button
          variant="default"
          leftSection={<IconRefresh size={14} />}
          onClick={() => refreshBranch(device.id, path)}
        >
          {t('explorer.detail.refreshBranch')}
        </Button>
        {isTable && writable !== false && (
          <ConfirmButton
            title={t('explorer.instance.addTitle', { what: title })}
            text={t('explorer.instance.addText')}
            confirmLabel={t('explorer.instance.addConfirm')}
            isHarmless
            onConfirm={async () => setJobId(await startJob('addObject', device.id, { path }))}
            renderButton={(open) => (
              <Button variant="default" leftSection={<IconPlus size={14} />} onClick={open}>
                {t('explorer.instance.add')}
              </Button>
            )}
          />
        )}
        {kind === 'instance' && writable !== false && (
          <ConfirmButton
            title={t('explorer.instance.removeTitle', { what: title })}
            text={t('explorer.instance.removeText', { path, count: size })}
            confirmLabel={t('common.delete')}
            onConfirm={async () => setDeletion(await startJob('deleteObject', device.id, { path }))}
            renderButton={(open) => (
              <Button variant="default" leftSection={<IconTrash size={14} />} onClick={open}>
                {t('explorer.instance.remove')}
              </Button>
            )}
          />
        )}
      </div>
      {jobId !== null && <InstanceOutcome key={jobId} device={device} jobId={jobId} onGo={onGo} />}
      {deletion !== null && <DeletionOutcome jobId={deletion} what={title} />}
    </>
  )
}
