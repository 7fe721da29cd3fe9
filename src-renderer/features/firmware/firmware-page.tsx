import { useTranslation } from 'react-i18next'
import { navigate, replaceRoute } from '../../stores/route.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Page } from '../../ui/page.tsx'
import { useCall } from '../../ui/use-call.ts'
import { JobPage } from '../history/job-page.tsx'
import { ChooseBoxes } from './choose-boxes.tsx'
import { ChooseFile } from './choose-file.tsx'
import { PushSteps } from './push-steps.tsx'
import { PushView } from './push-view.tsx'

interface FirmwarePageProps {
  firmwareId?: string
  /** Boxes that were chosen before, here or elsewhere. */
  deviceIds?: readonly string[]
  batchId?: string
  jobId?: string
}

/** One file to boxes in three steps: the file, the boxes, the push. */
export function FirmwarePage({ firmwareId, deviceIds, batchId, jobId }: FirmwarePageProps) {
  if (jobId !== undefined) return <JobPage key={jobId} id={jobId} />
  if (batchId !== undefined) return <PushView key={batchId} batchId={batchId} />
  if (firmwareId !== undefined) return <BoxesStep firmwareId={firmwareId} deviceIds={deviceIds ?? []} />
  return <FileStep deviceIds={deviceIds ?? []} />
}

function FileStep({ deviceIds }: { deviceIds: readonly string[] }) {
  const { t } = useTranslation()
  return (
    <Page title={t('firmware.title')} subtitle={t('firmware.intro')}>
      <PushSteps current="file" summaries={{}} />
      <ChooseFile onChoose={(id) => navigate({ page: 'firmware', firmwareId: id, deviceIds })} />
    </Page>
  )
}

function BoxesStep({ firmwareId, deviceIds }: { firmwareId: string; deviceIds: readonly string[] }) {
  const { t } = useTranslation()
  const file = useCall('firmware.get', { id: firmwareId })
  const changeFile = () => replaceRoute({ page: 'firmware', deviceIds })
  return (
    <Page title={t('firmware.title')}>
      <PushSteps
        current="boxes"
        summaries={file.status === 'ready' ? { file: file.value.fileName } : {}}
        onChange={changeFile}
      />
      {file.status === 'failed' && <ErrorPanel error={file.error} retry={changeFile} />}
      {file.status === 'ready' && (
        <ChooseBoxes
          firmware={file.value}
          initialIds={deviceIds}
          onStarted={(id) => replaceRoute({ page: 'firmware', batchId: id })}
        />
      )}
    </Page>
  )
}
