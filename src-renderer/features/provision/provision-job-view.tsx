import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isFinal, type Job } from '#shared/model/job.ts'
import { ProvisionInput, ProvisionResult } from '#shared/model/provision.ts'
import { useApp } from '../../stores/app-store.ts'
import { navigate } from '../../stores/route.ts'
import { Card } from '../../ui/card.tsx'
import { Page } from '../../ui/page.tsx'
import { deviceName } from '../device/device-name.ts'
import { JobProgress } from '../jobs/job-progress.tsx'
import { JobSubtitle } from '../jobs/job-subtitle.tsx'
import { JobMessages } from '../read/job-messages.tsx'
import { useJobSession } from '../read/use-job-session.ts'
import { useLabel, useTemplateBook } from '../templates/use-templates.ts'
import { BoxResult } from './box-result.tsx'
import { GivenValues } from './given-values.tsx'

/** The provisioning of one box, of today or from the history: what was given, what became of each value, the messages. */
export function ProvisionJobView({ job }: { job: Job }) {
  const { t } = useTranslation()
  const label = useLabel()
  const book = useTemplateBook()
  const device = useApp((app) => app.devices[job.deviceId])
  const session = useJobSession(job)
  const input = ProvisionInput.safeParse(job.input).data
  const result = ProvisionResult.safeParse(job.result).data ?? null
  const template = typeof input?.template === 'string' ? book?.find(input.template) : input?.template
  const variables = (template && book?.whole(template).variables) ?? []
  const again = () =>
    navigate({
      page: 'provision',
      deviceIds: [job.deviceId],
      ...(typeof input?.template === 'string' && { templateId: input.template }),
    })
  const name = device ? deviceName(device) : job.deviceId
  return (
    <Page
      title={t(input?.dryRun ? 'provision.job.titleDry' : 'provision.job.title', { name })}
      subtitle={<JobSubtitle job={job} />}
      actions={
        <>
          {input?.ruleId !== undefined && (
            <Button
              variant="default"
              onClick={() => navigate({ page: 'provision', tab: 'zeroTouch', ruleId: input.ruleId ?? '' })}
            >
              {t('provision.job.rule')}
            </Button>
          )}
          {input?.batchId !== undefined && !input.dryRun && (
            <Button variant="default" onClick={() => navigate({ page: 'provision', batchId: input.batchId ?? '' })}>
              {t('provision.job.batch')}
            </Button>
          )}
          {isFinal(job.state) && device && (
            <Button variant="default" onClick={again}>
              {t('provision.job.again')}
            </Button>
          )}
        </>
      }
      canGoBack
    >
      {!isFinal(job.state) && <JobProgress job={job} stopLabel={t('common.cancel')} />}
      {input && (
        <Card title={template ? label(template.name) : String(input.template)}>
          <GivenValues values={input.values} variables={variables} />
        </Card>
      )}
      {(result || job.error) && (
        <Card title={t('provision.job.values')}>
          <BoxResult row={{ job, result }} variables={variables} onRetry={again} />
        </Card>
      )}
      {session && <JobMessages sessionId={session.id} since={job.createdAt} />}
    </Page>
  )
}
