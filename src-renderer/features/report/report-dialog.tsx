import { Button, Group, SegmentedControl, Select, Switch, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '#shared/contract.ts'
import { resolveLanguage } from '#shared/i18n/index.ts'
import { ReportFormat } from '#shared/model/report.ts'
import { call } from '../../api.ts'
import { useVisitStore } from '../../stores/visit-store.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { fileName } from '../../ui/save-text.ts'
import { useAction } from '../../ui/use-action.ts'
import { type Period, periodStart, periods } from './period.ts'
import classes from './report.module.css'

interface ReportDialogProps {
  name: string
  subject: { jobId: string } | { deviceId: string }
  onClose: () => void
}

const fields = ['customer', 'site', 'order', 'technician'] as const

/** Asks what the report shall say of the visit, and where it goes. */
export function ReportDialog({ name, subject, onClose }: ReportDialogProps) {
  const { t, i18n } = useTranslation()
  const visit = useVisitStore()
  const [format, setFormat] = useState<ReportFormat>('pdf')
  const [period, setPeriod] = useState<Period>('today')
  const [showsAccounts, setShowsAccounts] = useState(false)
  const [saved, setSaved] = useState<CallOutput<'report.save'> | null>(null)
  const isOfBox = 'deviceId' in subject
  const save = useAction(async () => {
    setSaved(null)
    const suggestedName = `${fileName(t('reportDialog.file'), name, new Date().toISOString().slice(0, 10))}.${format}`
    const path = await window.fieldacs.chooseSavePath({ suggestedName, extension: format })
    if (path === null) return
    const from = isOfBox ? periodStart(period, new Date()) : undefined
    setSaved(
      await call('report.save', {
        subject: isOfBox ? { ...subject, ...(from !== undefined && { from }) } : subject,
        format,
        language: resolveLanguage(i18n.language),
        visit,
        mask: { accounts: !showsAccounts },
        path,
      }),
    )
  })
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        save.run()
      }}
    >
      <div className={classes.fields}>
        {fields.map((field) => (
          <TextInput
            key={field}
            label={t(`report.${field}`)}
            value={visit[field]}
            maxLength={100}
            onChange={(event) => useVisitStore.setState({ [field]: event.currentTarget.value })}
          />
        ))}
      </div>
      <Textarea
        label={t('report.remark')}
        value={visit.remark}
        maxLength={4000}
        autosize
        minRows={2}
        maxRows={6}
        onChange={(event) => useVisitStore.setState({ remark: event.currentTarget.value })}
      />
      {isOfBox && (
        <SegmentedControl
          aria-label={t('reportDialog.period')}
          data={periods.map((value) => ({ value, label: t(`reportDialog.periods.${value}`) }))}
          value={period}
          onChange={(value) => setPeriod(value as Period)}
        />
      )}
      <Select
        label={t('reportDialog.format')}
        allowDeselect={false}
        data={ReportFormat.options.map((value) => ({ value, label: t(`reportDialog.formats.${value}`) }))}
        value={format}
        onChange={(value) => setFormat(ReportFormat.parse(value))}
      />
      <Switch
        label={t('reportDialog.accounts')}
        description={t('reportDialog.secrets')}
        checked={showsAccounts}
        onChange={(event) => setShowsAccounts(event.currentTarget.checked)}
      />
      {save.error && <ErrorPanel error={save.error} retry={save.run} />}
      {saved && (
        <p role="status" className={classes.saved}>
          {t('reportDialog.saved', { count: saved.jobs, path: saved.path })}{' '}
          <Button variant="subtle" size="compact-xs" onClick={() => void window.fieldacs.showInFolder(saved.path)}>
            {t('reportDialog.showInFolder')}
          </Button>
        </p>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('common.close')}
        </Button>
        <Button type="submit" loading={save.isRunning}>
          {t('reportDialog.go')}
        </Button>
      </Group>
    </form>
  )
}
