import { Button, Select } from '@mantine/core'
import { IconFlask } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isFinal } from '#shared/model/job.ts'
import { ProvisionResult } from '#shared/model/provision.ts'
import type { Template, TemplatePreview } from '#shared/model/template.ts'
import { call } from '../../api.ts'
import { useFormat } from '../../i18n/format.ts'
import { useWords } from '../../i18n/words.ts'
import { useApp } from '../../stores/app-store.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useAction } from '../../ui/use-action.ts'
import { useCall } from '../../ui/use-call.ts'
import { startJob, useJob } from '../../ui/use-job.ts'
import { deviceName } from '../device/device-name.ts'
import { ChangesTable, Creations } from './changes-table.tsx'
import { ProblemList } from './problem-list.tsx'
import classes from './templates.module.css'
import { VariableField } from './variable-field.tsx'

interface TryTemplateProps {
  template: Template
  /** With everything that its bases bring. */
  whole: Template
  isValid: boolean
}

/** Tries a template as it stands: against a snapshot at once, or against a box that is read and not written. */
export function TryTemplate({ template, whole, isValid }: TryTemplateProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const devices = useApp((app) => app.devices)
  const snapshots = useCall(
    'snapshots.list',
    { limit: 200 },
    useApp((app) => app.recordsRevision),
  )
  const [against, setAgainst] = useState<string | null>(null)
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  const [preview, setPreview] = useState<TemplatePreview | null>(null)
  const [jobId, setJobId] = useState<string | null>(null)
  const kept = snapshots.status === 'ready' ? snapshots.value.filter(({ deviceId }) => devices[deviceId]) : []
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
  const attempt = useAction(async (key: string) => {
    setPreview(null)
    setJobId(null)
    const id = key.slice(2)
    if (key.startsWith('d:')) setJobId(await startJob('provision', id, { template, values: given, dryRun: true }))
    else {
      const deviceId = kept.find((one) => one.id === id)?.deviceId ?? ''
      setPreview(await call('templates.preview', { template, values: given, deviceId, snapshotId: id }))
    }
  })
  const canTry = against !== null && isValid && !attempt.isRunning
  return (
    <Card title={t('templates.try.title')} hint={t('templates.try.hint')}>
      <div className={classes.fields}>
        <Select
          label={t('templates.try.against')}
          placeholder={t('templates.try.choose')}
          searchable
          value={against}
          data={[
            {
              group: t('templates.try.boxes'),
              items: Object.values(devices).map((device) => ({ value: `d:${device.id}`, label: deviceName(device) })),
            },
            {
              group: t('templates.try.snapshots'),
              items: kept.map(({ id, name, takenAt }) => ({
                value: `s:${id}`,
                label: `${name} · ${format.dateTime(takenAt)}`,
              })),
            },
          ]}
          onChange={setAgainst}
        />
        {whole.variables.map((variable) => (
          <VariableField
            key={variable.name}
            variable={variable}
            value={values[variable.name] ?? ''}
            onChange={(value) => setValues({ ...values, [variable.name]: value })}
          />
        ))}
      </div>
      <div className={classes.tryActions}>
        <Button
          variant="default"
          leftSection={<IconFlask size={16} />}
          disabled={!canTry}
          loading={attempt.isRunning}
          onClick={() => against !== null && attempt.run(against)}
        >
          {t('templates.try.button')}
        </Button>
      </div>
      {attempt.error && <ErrorPanel error={attempt.error} />}
      {preview && <Outcome preview={preview} whole={whole} />}
      {jobId !== null && <TrialOnBox id={jobId} whole={whole} />}
    </Card>
  )
}

/** The trial on a box: its steps while the box is read, then what it would write. */
function TrialOnBox({ id, whole }: { id: string; whole: Template }) {
  const words = useWords()
  const { job, error } = useJob(id)
  const shown = error ?? job?.error ?? job?.notice
  const result = ProvisionResult.safeParse(job?.result).data
  return (
    <>
      {job && !isFinal(job.state) && <p role="status">{words.step(job.step)}</p>}
      {shown && <ErrorPanel error={shown} isNotice={!job?.error} {...(job && { deviceId: job.deviceId })} />}
      {result && (
        <Outcome
          preview={{
            changes: result.values.map((one) => ({ ...one, same: one.status === 'unchanged' })),
            creations: result.creations,
            problems: result.problems,
          }}
          whole={whole}
        />
      )}
    </>
  )
}

function Outcome({ preview, whole }: { preview: TemplatePreview; whole: Template }) {
  const { t } = useTranslation()
  return (
    <div className={classes.outcome} role="status">
      <ProblemList problems={preview.problems} variables={whole.variables} />
      {preview.changes.length + preview.creations.length === 0 && preview.problems.length === 0 && (
        <p>{t('templates.try.nothing')}</p>
      )}
      <Creations creations={preview.creations} />
      <ChangesTable changes={preview.changes} />
    </div>
  )
}
