import { Button, Checkbox, Tooltip } from '@mantine/core'
import { IconCheck, IconRefresh } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dataModelOf } from '#shared/cwmp/paths.ts'
import type { Device } from '#shared/model/device.ts'
import { isFinal, type Job } from '#shared/model/job.ts'
import type { RestoreResult } from '#shared/model/provision.ts'
import type { SnapshotDetail } from '#shared/model/snapshot.ts'
import { wantsEncryption } from '#shared/parameters/encryption.ts'
import { useFormat } from '../../i18n/format.ts'
import { navigate } from '../../stores/route.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { FilterInput } from '../../ui/filter-input.tsx'
import { useAction } from '../../ui/use-action.ts'
import { startJob } from '../../ui/use-job.ts'
import { useNow } from '../../ui/use-now.ts'
import { VirtualRows } from '../../ui/virtual-rows.tsx'
import { EncryptionWarning } from '../changes/encryption-warning.tsx'
import { useKnown } from '../explorer/known-store.ts'
import { PlanHeader, PlanLine } from './plan-line.tsx'
import { matchingRows, planRows } from './plan-rows.ts'
import classes from './restore.module.css'
import { SkippedValues } from './skipped-values.tsx'

interface RestorePlanProps {
  job: Job
  device: Device
  snapshot: SnapshotDetail | null
  result: RestoreResult
  again: { run: () => void; isRunning: boolean }
}

const rowHeight = 44
const staleMs = 5 * 60_000

/** The differences: which of the kept values are to be written, and why others are left out. */
export function RestorePlan({ job, device, snapshot, result, again }: RestorePlanProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const [filter, setFilter] = useState('')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [forced, setForced] = useState<ReadonlySet<string>>(new Set())
  const [isWarning, setWarning] = useState(false)
  const { known } = useKnown(device.id)
  const rows = useMemo(() => planRows(result, snapshot, forced), [result, snapshot, forced])
  const shown = useMemo(() => matchingRows(rows, filter), [rows, filter])
  const chosen = rows.filter(({ name }) => !left.has(name))
  const plain = chosen.filter(({ name }) => wantsEncryption(name, (path) => known.values.get(path)?.value))
  const restore = useAction(async () => {
    setWarning(false)
    const paths = chosen.map(({ name }) => name)
    navigate({ page: 'job', id: await startJob('restore', device.id, { snapshotId: snapshot?.id ?? '', paths }) })
  })
  const isOther = snapshot !== null && snapshot.deviceId !== device.id
  const models = snapshot && { kept: dataModelOf(snapshot.values.map(({ name }) => name)), box: device.dataModel }
  const isOtherModel = models !== null && models.kept !== models.box && models.kept !== 'unknown'
  const age = now - Date.parse(job.endedAt ?? job.createdAt)

  return (
    <>
      {isOther && (
        <p className={classes.note}>{t(isOtherModel ? 'restore.plan.otherModel' : 'restore.plan.otherBox')}</p>
      )}
      {rows.length === 0 ? (
        <EmptyState icon={IconCheck} text={t('restore.plan.none')} />
      ) : (
        <>
          <div className={classes.tools}>
            <Checkbox
              label={
                chosen.length === rows.length
                  ? t('restore.plan.all', { count: rows.length })
                  : t('restore.plan.chosen', { count: chosen.length, total: rows.length })
              }
              checked={chosen.length === rows.length}
              indeterminate={chosen.length > 0 && chosen.length < rows.length}
              onChange={(event) => setLeft(new Set(event.currentTarget.checked ? [] : rows.map(({ name }) => name)))}
            />
            <FilterInput value={filter} onChange={setFilter} label={t('restore.plan.filter')} width={280} />
            <span className={classes.space} />
            {age > staleMs && (
              <span className={classes.soft}>
                {t('restore.plan.stale', { ago: format.ago(job.endedAt ?? job.createdAt, now) })}
              </span>
            )}
            <Button
              variant="default"
              leftSection={<IconRefresh size={15} />}
              loading={again.isRunning}
              onClick={again.run}
            >
              {t('restore.plan.again')}
            </Button>
            <Tooltip label={t('restore.plan.applyHint')} multiline w={260}>
              <Button
                loading={restore.isRunning}
                disabled={chosen.length === 0 || snapshot === null || !isFinal(job.state)}
                onClick={() => (plain.length > 0 ? setWarning(true) : restore.run())}
              >
                {t('restore.plan.apply', { count: chosen.length })}
              </Button>
            </Tooltip>
          </div>
          {restore.error && <ErrorPanel error={restore.error} />}
          <VirtualRows
            label={t('restore.plan.list')}
            items={shown}
            keyOf={({ name }) => name}
            rowHeight={rowHeight}
            minWidth={620}
            header={<PlanHeader />}
            onOpen={({ name }) => setLeft(toggled(left, name))}
            renderRow={(row) => <PlanLine row={row} isChosen={!left.has(row.name)} />}
          />
        </>
      )}
      <SkippedValues
        skipped={result.skipped.filter(({ name }) => !forced.has(name))}
        {...(snapshot && { onForce: (name: string) => setForced(new Set([...forced, name])) })}
      />
      {isWarning && (
        <EncryptionWarning
          paths={plain.map(({ name }) => name)}
          onSend={restore.run}
          onClose={() => setWarning(false)}
        />
      )}
    </>
  )
}

function toggled(set: ReadonlySet<string>, name: string): Set<string> {
  const next = new Set(set)
  if (!next.delete(name)) next.add(name)
  return next
}
