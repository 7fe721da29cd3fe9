import { Button, Checkbox, Radio, TagsInput, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useCall } from '../../ui/use-call.ts'
import { isOffered } from '../device/box-methods.ts'
import { useKnown } from '../explorer/known-store.ts'
import { InlineJob } from '../jobs/inline-job.tsx'
import { useStartJob } from '../jobs/use-start-job.ts'
import classes from './backup.module.css'
import { BackupSummary } from './backup-summary.tsx'
import { branchesOf, isBranch } from './branches.ts'

/** What is to be kept of a box, and the job that does it. */
export function MakeBackup({ device }: { device: Device }) {
  const { t } = useTranslation()
  const detail = useCall('devices.get', { id: device.id })
  const offersUpload = isOffered('Upload', detail.status === 'ready' ? detail.value.methods : null)
  const [name, setName] = useState('')
  const [scope, setScope] = useState<'all' | 'branches'>('all')
  const [branches, setBranches] = useState<string[]>([])
  const [wantsFile, setWantsFile] = useState<boolean | null>(null)
  const { known } = useKnown(device.id)
  const suggested = useMemo(() => branchesOf([...known.values.keys(), ...known.names.keys()]), [known])
  const job = useStartJob('backup', device.id)
  const configFile = wantsFile ?? offersUpload
  const isWrong = scope === 'branches' && (branches.length === 0 || !branches.every(isBranch))

  return (
    <Card title={t('backup.make.title')} hint={t('backup.make.hint')}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!isWrong) job.run({ name: name.trim(), configFile, ...(scope === 'branches' && { paths: branches }) })
        }}
      >
        <TextInput
          label={t('backup.make.name')}
          placeholder={t('backup.make.namePlaceholder')}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Radio.Group
          label={t('backup.make.what')}
          value={scope}
          onChange={(value) => setScope(value === 'branches' ? 'branches' : 'all')}
        >
          <div className={classes.choices}>
            <Radio value="all" label={t('backup.make.all')} />
            <Radio value="branches" label={t('backup.make.branches')} />
          </div>
        </Radio.Group>
        {scope === 'branches' && (
          <TagsInput
            label={t('backup.make.branchesLabel')}
            description={t('backup.make.branchesHint')}
            data={suggested}
            value={branches}
            maxDropdownHeight={260}
            error={branches.every(isBranch) ? null : t('backup.make.badBranch')}
            onChange={setBranches}
          />
        )}
        <Checkbox
          label={t('backup.make.configFile')}
          description={t(offersUpload ? 'backup.make.configFileHint' : 'backup.make.configFileMissing')}
          checked={configFile}
          onChange={(event) => setWantsFile(event.currentTarget.checked)}
        />
        <div>
          <Button type="submit" loading={job.isRunning} disabled={isWrong}>
            {t('backup.make.start')}
          </Button>
        </div>
        {job.error && <ErrorPanel error={job.error} />}
      </form>
      {job.id !== null && (
        <div className={classes.job}>
          <InlineJob
            key={job.id}
            id={job.id}
            kind="backup"
            renderResult={(result) => <BackupSummary result={result} deviceId={device.id} />}
          />
        </div>
      )}
    </Card>
  )
}
