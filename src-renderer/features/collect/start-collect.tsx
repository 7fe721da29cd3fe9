import { Button, Checkbox, NumberInput } from '@mantine/core'
import { IconPackageExport } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EvidenceKind } from '#shared/model/collect.ts'
import type { Device } from '#shared/model/device.ts'
import { useFormat } from '../../i18n/format.ts'
import { useApp } from '../../stores/app-store.ts'
import { navigate } from '../../stores/route.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { JobStateLabel } from '../../ui/state-label.tsx'
import { useAction } from '../../ui/use-action.ts'
import { useCall } from '../../ui/use-call.ts'
import { startJob } from '../../ui/use-job.ts'
import { deviceName } from '../device/device-name.ts'
import classes from './collect.module.css'

const all = EvidenceKind.options
const usualSeconds = 30
const usualMegabytes = 256
const megabyte = 1024 ** 2
const shownJobs = 10

/** The one button that collects, what it collects, and what was collected before. */
export function StartCollect({ device }: { device: Device }) {
  const { t } = useTranslation()
  const [kinds, setKinds] = useState<readonly EvidenceKind[]>(all)
  const [seconds, setSeconds] = useState(usualSeconds)
  const [megabytes, setMegabytes] = useState(usualMegabytes)
  const start = useAction(async () =>
    navigate({
      page: 'job',
      id: await startJob('collect', device.id, {
        kinds: [...kinds],
        streamSeconds: seconds,
        maxBytes: megabytes * megabyte,
      }),
    }),
  )
  const toggle = (kind: EvidenceKind) =>
    setKinds(all.filter((one) => (one === kind ? !kinds.includes(kind) : kinds.includes(one))))
  return (
    <>
      <Card title={t('collect.start.title', { name: deviceName(device) })} hint={t('collect.start.hint')}>
        <div className={classes.start}>
          <Button
            size="md"
            leftSection={<IconPackageExport size={18} />}
            disabled={kinds.length === 0}
            loading={start.isRunning}
            onClick={start.run}
          >
            {kinds.length === all.length
              ? t('collect.start.everything')
              : t('collect.start.chosen', { count: kinds.length })}
          </Button>
          <Button variant="subtle" onClick={() => navigate({ page: 'collect' })}>
            {t('collect.start.otherBox')}
          </Button>
        </div>
        {start.error && <ErrorPanel error={start.error} />}
        <fieldset className={classes.kinds}>
          <legend>{t('collect.start.what')}</legend>
          {all.map((kind) => (
            <Checkbox
              key={kind}
              label={t(`collect.items.${kind}`)}
              checked={kinds.includes(kind)}
              onChange={() => toggle(kind)}
            />
          ))}
        </fieldset>
        <div className={classes.limits}>
          <NumberInput
            label={t('collect.start.streamSeconds')}
            min={1}
            max={3600}
            value={seconds}
            onChange={(value) => setSeconds(Number(value) || usualSeconds)}
          />
          <NumberInput
            label={t('collect.start.megabytes')}
            min={1}
            max={4096}
            value={megabytes}
            onChange={(value) => setMegabytes(Number(value) || usualMegabytes)}
          />
        </div>
      </Card>
      <RecentCollections deviceId={device.id} />
    </>
  )
}

function RecentCollections({ deviceId }: { deviceId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const revision = useApp((app) => app.recordsRevision)
  const jobs = useCall('jobs.list', { deviceId, kind: 'collect', limit: shownJobs }, revision)
  if (jobs.status !== 'ready') return null
  return (
    <Card title={t('collect.start.recent')}>
      {jobs.value.length === 0 && <p className={classes.soft}>{t('collect.start.none')}</p>}
      <ul className={classes.recent}>
        {jobs.value.map((job) => (
          <li key={job.id}>
            <button type="button" className={classes.job} onClick={() => navigate({ page: 'job', id: job.id })}>
              <span>{format.dateTime(job.createdAt)}</span>
              <JobStateLabel state={job.state} />
            </button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
