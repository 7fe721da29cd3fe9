import { Button } from '@mantine/core'
import { IconDownload, IconPlayerSkipForward, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { isFinal } from '#shared/model/job.ts'
import { ProvisionInput } from '#shared/model/provision.ts'
import type { Template } from '#shared/model/template.ts'
import { call } from '../../api.ts'
import { useShortcut } from '../../keyboard/use-shortcut.ts'
import { useApp } from '../../stores/app-store.ts'
import { forNextBox } from '../../stores/provision-draft.ts'
import { changeDraft } from '../../stores/provision-store.ts'
import { navigate } from '../../stores/route.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Page } from '../../ui/page.tsx'
import { fileName, saveText } from '../../ui/save-text.ts'
import { ShapeIcon } from '../../ui/shape.tsx'
import { useAction } from '../../ui/use-action.ts'
import { deviceName } from '../device/device-name.ts'
import { useLabel, useTemplateBook } from '../templates/use-templates.ts'
import { BatchBox } from './batch-box.tsx'
import { countOutcomes, needsRetry, outcomeLooks, outcomeOf } from './outcomes.ts'
import classes from './provision.module.css'
import { ProvisionSteps } from './provision-steps.tsx'
import { type BatchRow, useBatch } from './use-batch.ts'
import { useReport } from './use-report.ts'

/** Step 5: the boxes while they are written, then the proof, and what to do next. */
export function BatchView({ batchId }: { batchId: string }) {
  const { t } = useTranslation()
  const label = useLabel()
  const book = useTemplateBook()
  const { rows, error, refetch } = useBatch(batchId)
  const [first] = rows ?? []
  const device = useApp((app) => (first ? app.devices[first.job.deviceId] : undefined))
  const input = ProvisionInput.safeParse(first?.job.input).data
  const template = typeof input?.template === 'string' ? book?.find(input.template) : input?.template
  const whole = template && book?.whole(template)
  const count = rows?.length ?? 0
  const boxes = count === 1 && device ? deviceName(device) : t('provision.boxCount', { count })
  return (
    <Page title={template ? label(template.name) : t('provision.title')} subtitle={boxes} canGoBack>
      <ProvisionSteps current="apply" summaries={{ boxes, ...(template && { template: label(template.name) }) }} />
      {error && <ErrorPanel error={error} retry={refetch} />}
      {rows && rows.length > 0 && (
        <Rows batchId={batchId} rows={rows} template={whole} name={template ? label(template.name) : ''} />
      )}
    </Page>
  )
}

interface RowsProps {
  batchId: string
  rows: readonly BatchRow[]
  template: Template | undefined
  name: string
}

function Rows({ batchId, rows, template, name }: RowsProps) {
  const { t } = useTranslation()
  const report = useReport(name)
  const variables = template?.variables ?? []
  const isOver = rows.every(({ job }) => isFinal(job.state))
  const failed = rows.filter((row) => needsRetry(outcomeOf(row)))
  const [first] = rows
  const retry = useAction(async (again: readonly BatchRow[]) => {
    const inputs = again.map(({ job }) => ({ deviceId: job.deviceId, ...ProvisionInput.parse(job.input) }))
    const [one] = inputs
    if (!one) return
    const { template: what, backup, reboot } = one
    await call('provision.batch', {
      template: what,
      backup,
      ...(reboot && { reboot }),
      batchId,
      rows: inputs.map(({ deviceId, values }) => ({ deviceId, values })),
    })
  })
  const next = () => {
    changeDraft((draft) => forNextBox(draft, variables))
    navigate({ page: 'provision' })
  }
  useShortcut('apply', () => isOver && next())
  return (
    <>
      <Card title={t(isOver ? 'provision.result.over' : 'provision.result.running')}>
        {rows.length > 1 && (
          <ul className={classes.counts} role="status">
            {countOutcomes(rows).map(([outcome, count]) => (
              <li key={outcome} data-tone={outcomeLooks[outcome].tone}>
                <strong>{count}</strong>
                <ShapeIcon {...outcomeLooks[outcome]} />
                {t(`provision.outcomes.${outcome}`)}
              </li>
            ))}
          </ul>
        )}
        <ul className={classes.rows}>
          {rows.map((row) => (
            <BatchBox
              key={row.job.deviceId}
              row={row}
              variables={variables}
              isOnly={rows.length === 1}
              onRetry={() => retry.run([row])}
            />
          ))}
        </ul>
      </Card>
      {retry.error && <ErrorPanel error={retry.error} />}
      <div className={classes.start}>
        {isOver && (
          <Button
            variant="default"
            leftSection={<IconDownload size={15} />}
            onClick={() => saveText(`${fileName(name, first?.job.createdAt.slice(0, 19) ?? '')}.csv`, report(rows))}
          >
            {t('provision.result.report')}
          </Button>
        )}
        <span className={classes.space} />
        {isOver && failed.length > 0 && (
          <Button
            variant="default"
            leftSection={<IconRefresh size={15} />}
            loading={retry.isRunning}
            onClick={() => retry.run(failed)}
          >
            {t('provision.result.retry', { count: failed.length })}
          </Button>
        )}
        <Button
          size="sm"
          leftSection={<IconPlayerSkipForward size={16} />}
          variant={isOver ? 'filled' : 'default'}
          onClick={next}
        >
          {t('provision.result.next')}
        </Button>
      </div>
    </>
  )
}
