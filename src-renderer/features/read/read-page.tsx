import { useTranslation } from 'react-i18next'
import { call } from '../../api.ts'
import { useApp } from '../../stores/app-store.ts'
import { navigate, replaceRoute } from '../../stores/route.ts'
import { Page } from '../../ui/page.tsx'
import { deviceName } from '../device/device-name.ts'
import { ChooseBox } from './choose-box.tsx'
import { ChoosePaths } from './choose-paths.tsx'
import { ReadSteps } from './read-steps.tsx'

/** The guided read up to its start: which box, what to read. The third step is the job itself. */
export function ReadPage({ deviceId, paths }: { deviceId?: string; paths?: readonly string[] }) {
  const { t } = useTranslation()
  const device = useApp((app) => (deviceId === undefined ? undefined : app.devices[deviceId]))

  async function start(chosen: string[]): Promise<void> {
    if (!device) return
    const { jobIds } = await call('jobs.start', { kind: 'read', deviceIds: [device.id], input: { paths: chosen } })
    const [id] = jobIds
    if (id !== undefined) navigate({ page: 'job', id })
  }

  return (
    <Page title={t('read.title')}>
      <ReadSteps
        current={device ? 'what' : 'box'}
        summaries={device ? { box: deviceName(device) } : {}}
        onChange={() => replaceRoute({ page: 'read' })}
      />
      {device ? (
        <ChoosePaths device={device} initialPaths={paths ?? []} onStart={start} />
      ) : (
        <ChooseBox onChoose={({ id }) => navigate({ page: 'read', deviceId: id })} />
      )}
    </Page>
  )
}
