import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store.ts'
import { navigate } from '../../stores/route.ts'
import { Page } from '../../ui/page.tsx'
import { ChooseBox } from '../read/choose-box.tsx'
import { Explorer } from './explorer.tsx'

/** The parameters of a box; without one, the boxes to choose from. */
export function ExplorerPage({ deviceId, path }: { deviceId?: string; path?: string }) {
  const { t } = useTranslation()
  const device = useApp((app) => (deviceId === undefined ? undefined : app.devices[deviceId]))
  if (device) return <Explorer device={device} {...(path !== undefined && { path })} />
  return (
    <Page title={t('explorer.title')}>
      <ChooseBox hint={t('explorer.chooseHint')} onChoose={({ id }) => navigate({ page: 'explorer', deviceId: id })} />
    </Page>
  )
}
