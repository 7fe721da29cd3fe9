import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store.ts'
import { navigate } from '../../stores/route.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Page } from '../../ui/page.tsx'
import { useCall } from '../../ui/use-call.ts'
import { deviceName } from '../device/device-name.ts'
import { InlineJob } from '../jobs/inline-job.tsx'
import { useStartJob } from '../jobs/use-start-job.ts'
import { RequestForm } from './request-form.tsx'
import { RpcAnswer } from './rpc-answer.tsx'
import { type RpcName, rpcNames } from './rpc-template.ts'

/** For labs: any request of the standard, sent as it is written, and the answer as it comes. */
export function ConsolePage({ deviceId, method }: { deviceId: string; method?: string }) {
  const { t } = useTranslation()
  const device = useApp((app) => app.devices[deviceId])
  const detail = useCall('devices.get', { id: deviceId })
  const job = useStartJob('rpc', deviceId)
  if (!device) {
    return (
      <Page title={t('console.title')} canGoBack>
        <ErrorPanel
          error={{ code: 'DEVICE_NOT_FOUND', params: {}, remedy: 'refresh' }}
          retry={() => navigate({ page: 'devices' })}
        />
      </Page>
    )
  }
  const methods = detail.status === 'ready' ? detail.value.methods : null
  return (
    <Page title={t('console.title')} subtitle={`${deviceName(device)} · ${t('console.intro')}`} canGoBack>
      <RequestForm
        device={device}
        methods={methods}
        initialName={rpcNames.find((name): name is RpcName => name === method) ?? 'GetParameterValues'}
        isSending={job.isRunning}
        onSend={(request) => job.run({ request })}
      />
      {job.error && <ErrorPanel error={job.error} />}
      {job.id !== null && (
        <InlineJob
          key={job.id}
          id={job.id}
          kind="rpc"
          renderResult={(result) => <RpcAnswer result={result} deviceId={deviceId} />}
        />
      )}
    </Page>
  )
}
