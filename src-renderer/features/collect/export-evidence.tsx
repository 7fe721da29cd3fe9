import { Button, Checkbox, Switch } from '@mantine/core'
import { IconDeviceFloppy, IconFolderOpen } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type CollectExport, type MaskChoice, MaskKind } from '#shared/model/collect.ts'
import type { Job } from '#shared/model/job.ts'
import { call } from '../../api.ts'
import { useFormat } from '../../i18n/format.ts'
import { useApp } from '../../stores/app-store.ts'
import { navigate } from '../../stores/route.ts'
import { Card } from '../../ui/card.tsx'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useAction } from '../../ui/use-action.ts'
import { useCall } from '../../ui/use-call.ts'
import classes from './collect.module.css'
import { MaskSamples } from './mask-samples.tsx'

const everything: MaskChoice = { passwords: true, accounts: true, keys: true }

/** What leaves the PC: which files, what is masked in them and how it will read; then the one zip. */
export function ExportEvidence({ job }: { job: Job }) {
  const { t } = useTranslation()
  const format = useFormat()
  const serial = useApp((app) => app.devices[job.deviceId]?.serialNumber ?? job.deviceId)
  const [mask, setMask] = useState<MaskChoice>(everything)
  const [leaveOut, setLeaveOut] = useState<readonly string[]>([])
  const [saved, setSaved] = useState<CollectExport | null>(null)
  const [isDiscarded, setDiscarded] = useState(false)
  const preview = useCall('collect.preview', { jobId: job.id, mask }, isDiscarded)
  const save = useAction(async () => {
    const suggestedName = `${t('collect.export.suggestedName', { serial: serial.replaceAll(/[^\w-]/g, '_') })}.zip`
    const path = await window.fieldacs.chooseSavePath({ suggestedName, extension: 'zip' })
    if (path !== null) setSaved(await call('collect.export', { jobId: job.id, path, mask, leaveOut: [...leaveOut] }))
  })
  const files = preview.status === 'ready' ? preview.value.files : []
  const toggle = (name: string) =>
    setLeaveOut(leaveOut.includes(name) ? leaveOut.filter((one) => one !== name) : [...leaveOut, name])

  return (
    <Card title={t('collect.export.title')} hint={t('collect.export.hint')}>
      <fieldset className={classes.masks}>
        <legend>{t('collect.export.mask')}</legend>
        {MaskKind.options.map((kind) => (
          <Switch
            key={kind}
            label={t(`collect.masks.${kind}`)}
            checked={mask[kind]}
            onChange={() => setMask({ ...mask, [kind]: !mask[kind] })}
          />
        ))}
      </fieldset>
      {!(mask.passwords && mask.accounts && mask.keys) && (
        <p className={classes.warning} role="alert">
          {t('collect.export.unmasked')}
        </p>
      )}
      {preview.status === 'failed' && <ErrorPanel error={preview.error} retry={preview.refetch} />}
      {preview.status === 'ready' && files.length === 0 && <p className={classes.soft}>{t('collect.export.gone')}</p>}
      <ul className={classes.items} aria-label={t('collect.export.files')}>
        {files.map(({ name, sizeBytes, isOpaque, masked }) => {
          const places = Object.values(masked).reduce((sum, count) => sum + (count ?? 0), 0)
          return (
            <li key={name} className={classes.file}>
              <Checkbox
                label={<code>{name}</code>}
                aria-label={t('collect.export.include', { name })}
                checked={!leaveOut.includes(name)}
                onChange={() => toggle(name)}
              />
              <span className={classes.soft}>{format.bytes(sizeBytes)}</span>
              <span className={isOpaque ? classes.warning : classes.soft}>
                {isOpaque
                  ? t('collect.masks.opaque')
                  : places > 0
                    ? t('collect.export.masked', { count: places })
                    : t('collect.export.nothingMasked')}
              </span>
            </li>
          )
        })}
      </ul>
      {preview.status === 'ready' && <MaskSamples samples={preview.value.samples} />}
      <div className={classes.start}>
        <Button
          leftSection={<IconDeviceFloppy size={16} />}
          loading={save.isRunning}
          disabled={files.length === 0}
          onClick={save.run}
        >
          {t('collect.export.save')}
        </Button>
        <Button variant="default" onClick={() => navigate({ page: 'collect', tab: 'logs', deviceId: job.deviceId })}>
          {t('collect.export.logs')}
        </Button>
        <span className={classes.space} />
        <ConfirmButton
          title={t('collect.export.discardTitle')}
          text={t('collect.export.discardText')}
          confirmLabel={t('common.delete')}
          onConfirm={async () => {
            await call('collect.discard', { jobId: job.id })
            setDiscarded(true)
          }}
          renderButton={(open) => (
            <Button variant="subtle" onClick={open}>
              {t('collect.export.discard')}
            </Button>
          )}
        />
      </div>
      {save.error && <ErrorPanel error={save.error} />}
      {saved && (
        <div className={classes.saved} role="status">
          <span>{t('collect.export.saved', { path: saved.path, size: format.bytes(saved.sizeBytes) })}</span>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconFolderOpen size={15} />}
            onClick={() => void window.fieldacs.showInFolder(saved.path)}
          >
            {t('collect.export.showInFolder')}
          </Button>
        </div>
      )}
    </Card>
  )
}
