import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { changesVersion } from '#shared/model/firmware-push.ts'
import { call } from '../../api.ts'
import { useFormat } from '../../i18n/format.ts'
import { takeProgress } from '../../stores/push-store.ts'
import { replaceRoute } from '../../stores/route.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Page } from '../../ui/page.tsx'
import { PushResult } from './push-result.tsx'
import { PushRunning } from './push-running.tsx'
import { PushSteps } from './push-steps.tsx'
import { hasEnded, useBatch } from './use-batch.ts'

/** Step 3: the push of a batch, live while it goes on, then its result; the same view days later. */
export function PushView({ batchId }: { batchId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const batch = useBatch(batchId)
  useEffect(() => {
    call('firmware.progress', {}).then(takeProgress, () => {})
  }, [])
  if (batch.status === 'failed') {
    return (
      <Page title={t('firmware.title')} canGoBack>
        <ErrorPanel error={batch.error} retry={() => replaceRoute({ page: 'firmware' })} />
      </Page>
    )
  }
  if (batch.status === 'loading') return null
  const { fileName, createdAt, input } = batch.value
  const isOver = batch.rows.every(hasEnded)
  const isFirmware = changesVersion(input.fileType ?? '1 Firmware Upgrade Image')
  const titles = isFirmware
    ? (['firmware.push.under', 'firmware.push.ended'] as const)
    : (['firmware.push.underFile', 'firmware.push.endedFile'] as const)
  return (
    <Page
      title={t(titles[isOver ? 1 : 0])}
      subtitle={t('firmware.push.summary', { fileName, time: format.dateTime(createdAt) })}
      canGoBack
    >
      <PushSteps
        current="push"
        summaries={{ file: fileName, boxes: t('firmware.boxesChosen', { count: batch.rows.length }) }}
      />
      {!isOver && <PushRunning rows={batch.rows} isFirmware={isFirmware} />}
      {batch.rows.some(hasEnded) && <PushResult batch={batch.value} rows={batch.rows} isOver={isOver} />}
    </Page>
  )
}
