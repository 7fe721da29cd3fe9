import { useTranslation } from 'react-i18next'
import { useField } from '../../stores/field-store.ts'
import { type ReachTab, replaceRoute } from '../../stores/route.ts'
import { Page } from '../../ui/page.tsx'
import { PageTabs } from '../../ui/page-tabs.tsx'
import { CheckView } from './check-view.tsx'
import { HandOverView } from './hand-over-view.tsx'
import { PointingView } from './pointing-view.tsx'
import { RadarView } from './radar-view.tsx'

const tabs: readonly ReachTab[] = ['check', 'radar', 'pointing', 'handOver']

interface ReachPageProps {
  tab?: ReachTab
  neighbourKey?: string
  deviceId?: string
}

/** From a silent box to one that is here, and back to its operator. */
export function ReachPage({ tab = 'check', neighbourKey, deviceId }: ReachPageProps) {
  const { t } = useTranslation()
  const pending = useField((field) => field.pending.length) ?? 0
  const stuck = useField(({ radar }) => radar.filter(({ problem }) => problem && problem !== 'notTrying').length) ?? 0
  const counts: Partial<Record<ReachTab, number>> = { radar: stuck, handOver: pending }
  return (
    <Page title={t('reach.title')}>
      <PageTabs
        label={t('reach.title')}
        value={tab}
        tabs={tabs.map((value) => ({
          value,
          label: t(`reach.tabs.${value}`),
          ...(counts[value] !== undefined && { count: counts[value] }),
        }))}
        onChange={(next) => replaceRoute({ page: 'reach', tab: next })}
      >
        {tab === 'check' && <CheckView />}
        {tab === 'radar' && <RadarView />}
        {tab === 'pointing' && <PointingView {...(neighbourKey !== undefined && { neighbourKey })} />}
        {tab === 'handOver' && <HandOverView {...(deviceId !== undefined && { deviceId })} />}
      </PageTabs>
    </Page>
  )
}
