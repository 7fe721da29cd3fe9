import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store.ts'
import { type CollectTab, navigate, replaceRoute } from '../../stores/route.ts'
import { Page } from '../../ui/page.tsx'
import { PageTabs } from '../../ui/page-tabs.tsx'
import { LogsView } from '../logs/logs-view.tsx'
import { ChooseBox } from '../read/choose-box.tsx'
import classes from './collect.module.css'
import { StartCollect } from './start-collect.tsx'

/** Evidence: collecting it from a box, and looking into logs. */
export function CollectPage({ deviceId, tab = 'collect' }: { deviceId?: string; tab?: CollectTab }) {
  const { t } = useTranslation()
  const device = useApp((app) => (deviceId === undefined ? undefined : app.devices[deviceId]))
  return (
    <Page title={t(tab === 'logs' ? 'logs.title' : 'collect.title')} isFixed>
      <PageTabs
        label={t('collect.tabsLabel')}
        value={tab}
        tabs={(['collect', 'logs'] as const).map((value) => ({ value, label: t(`collect.tabs.${value}`) }))}
        onChange={(next) => replaceRoute({ page: 'collect', tab: next, ...(deviceId !== undefined && { deviceId }) })}
      >
        {tab === 'logs' ? (
          <LogsView {...(deviceId !== undefined && { deviceId })} />
        ) : (
          <div className={classes.scroll}>
            {device ? (
              <StartCollect key={device.id} device={device} />
            ) : (
              <ChooseBox
                hint={t('collect.boxHint')}
                onChoose={({ id }) => navigate({ page: 'collect', deviceId: id })}
              />
            )}
          </div>
        )}
      </PageTabs>
    </Page>
  )
}
