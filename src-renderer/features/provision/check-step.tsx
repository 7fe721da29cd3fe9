import { Button, Select } from '@mantine/core'
import { IconRefresh, IconSend } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isFinal } from '#shared/model/job.ts'
import type { Template } from '#shared/model/template.ts'
import { call } from '../../api.ts'
import { useShortcut } from '../../keyboard/use-shortcut.ts'
import type { Draft, Filled } from '../../stores/provision-draft.ts'
import { changeDraft } from '../../stores/provision-store.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useAction } from '../../ui/use-action.ts'
import { CheckRow } from './check-row.tsx'
import classes from './provision.module.css'
import { type BatchRow, useBatch } from './use-batch.ts'
import { WaitForBoxes } from './wait-for-boxes.tsx'

type Reboot = Template['reboot']
const reboots: readonly Reboot[] = ['ifNeeded', 'always', 'never']

interface CheckStepProps {
  draft: Draft
  template: Template
  filled: Filled
  onBack: () => void
  onApplied: (batchId: string) => void
}

/** Step 4: every box is read and compared, nothing is written; then one button writes. */
export function CheckStep({ draft, template, filled, onBack, onApplied }: CheckStepProps) {
  const { t } = useTranslation()
  const [reboot, setReboot] = useState<Reboot>(template.reboot)
  const rows = filled.boxes.flatMap(({ deviceId, all }) => (deviceId === null ? [] : [{ deviceId, values: all }]))
  const waiting = filled.boxes.filter(({ deviceId }) => deviceId === null)
  const templateId = draft.templateId ?? ''
  const compare = useAction(async (key: string) => {
    const { batchId } = await call('provision.batch', { template: templateId, rows, dryRun: true })
    changeDraft((now) => ({ ...now, check: { key, batchId } }))
  })
  const key = JSON.stringify([templateId, rows])
  const started = useRef('')
  useEffect(() => {
    if (rows.length === 0 || draft.check?.key === key || started.current === key) return
    started.current = key
    compare.run(key)
  })
  const check = draft.check?.key === key ? draft.check : null
  const compared = useBatch(check?.batchId ?? 'none')
  const rowOf = new Map((check ? (compared.rows ?? []) : []).map((row) => [row.job.deviceId, row]))
  const fit = rows.filter(({ deviceId }) => !isBlocked(rowOf.get(deviceId)))
  const isReading = rows.some(({ deviceId }) => !isFinal(rowOf.get(deviceId)?.job.state ?? 'queued'))
  const apply = useAction(async () => {
    const { batchId } = await call('provision.batch', { template: templateId, rows: fit, reboot })
    onApplied(batchId)
  })
  const canApply = fit.length > 0 && !apply.isRunning
  useShortcut('apply', () => canApply && apply.run())
  useShortcut('refresh', () => compare.run(key))

  return (
    <>
      {rows.length > 0 && (
        <Card
          title={t('provision.check.title')}
          hint={t('provision.check.hint')}
          actions={
            <Button
              variant="default"
              leftSection={<IconRefresh size={15} />}
              disabled={isReading}
              onClick={() => compare.run(key)}
            >
              {t('provision.check.again')}
            </Button>
          }
        >
          {compare.error && <ErrorPanel error={compare.error} retry={() => compare.run(key)} />}
          {compared.error && <ErrorPanel error={compared.error} retry={compared.refetch} />}
          <ul className={classes.rows}>
            {rows.map(({ deviceId }) => (
              <CheckRow
                key={deviceId}
                deviceId={deviceId}
                row={rowOf.get(deviceId)}
                variables={template.variables}
                isOpenFirst={rows.length === 1}
                onCorrect={onBack}
              />
            ))}
          </ul>
        </Card>
      )}
      {waiting.length > 0 && <WaitForBoxes boxes={waiting} templateId={templateId} />}
      {apply.error && <ErrorPanel error={apply.error} />}
      {rows.length > 0 && (
        <div className={classes.start}>
          <Select
            aria-label={t('provision.check.reboot')}
            data={reboots.map((value) => ({ value, label: t(`templates.reboot.${value}`) }))}
            value={reboot}
            w={230}
            allowDeselect={false}
            onChange={(value) => value && setReboot(value as Reboot)}
          />
          <span className={classes.soft} role="status">
            {isReading
              ? t('provision.check.reading')
              : fit.length < rows.length
                ? t('provision.check.leftOut', { count: rows.length - fit.length })
                : ''}
          </span>
          <Button
            size="sm"
            leftSection={<IconSend size={16} />}
            disabled={!canApply}
            loading={apply.isRunning}
            onClick={() => apply.run()}
          >
            {t('provision.check.apply', { count: fit.length })}
          </Button>
        </div>
      )}
    </>
  )
}

/** Whether the trial found something that forbids writing. A box that has not answered yet is tried again before it is written. */
function isBlocked(row: BatchRow | undefined): boolean {
  return row?.result?.problems.some(({ level }) => level === 'error') ?? false
}
