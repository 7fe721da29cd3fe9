import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store.ts'
import { emptyDraft } from '../../stores/provision-draft.ts'
import { changeDraft } from '../../stores/provision-store.ts'
import { type ProvisionStep, type ProvisionTab, replaceRoute } from '../../stores/route.ts'
import { Page } from '../../ui/page.tsx'
import { PageTabs } from '../../ui/page-tabs.tsx'
import { TemplatesTab } from '../templates/templates-tab.tsx'
import { ZeroTouchTab } from '../zero-touch/zero-touch-tab.tsx'
import { BatchView } from './batch-view.tsx'
import { Guided } from './guided.tsx'

const tabs: readonly ProvisionTab[] = ['guided', 'templates', 'zeroTouch']

interface ProvisionPageProps {
  tab?: ProvisionTab
  step?: ProvisionStep
  /** Starts anew with these boxes, or with this template. */
  deviceIds?: readonly string[]
  templateId?: string
  batchId?: string
  /** The zero-touch rule to show first. */
  ruleId?: string
}

/** Templates to boxes: guided, kept, and by themselves. */
export function ProvisionPage({
  tab = 'guided',
  step = 'boxes',
  deviceIds,
  templateId,
  batchId,
  ruleId,
}: ProvisionPageProps) {
  const { t } = useTranslation()
  const isOn = useApp((app) => app.settings.provisioning.zeroTouch)
  useStart(deviceIds, templateId)
  if (batchId !== undefined) return <BatchView key={batchId} batchId={batchId} />
  return (
    <Page title={t('provision.title')}>
      <PageTabs
        label={t('provision.title')}
        value={tab}
        tabs={tabs.map((value) => ({
          value,
          label: value === 'zeroTouch' && isOn ? t('provision.tabs.zeroTouchOn') : t(`provision.tabs.${value}`),
        }))}
        onChange={(next) => replaceRoute({ page: 'provision', tab: next })}
      >
        {tab === 'guided' && <Guided step={step} />}
        {tab === 'templates' && <TemplatesTab />}
        {tab === 'zeroTouch' && <ZeroTouchTab {...(ruleId !== undefined && { openRuleId: ruleId })} />}
      </PageTabs>
    </Page>
  )
}

/** Takes up what another page chose, once. */
function useStart(deviceIds: readonly string[] | undefined, templateId: string | undefined): void {
  const devices = useApp((app) => app.devices)
  useEffect(() => {
    if (deviceIds === undefined && templateId === undefined) return
    if (deviceIds !== undefined) {
      const boxes = deviceIds.map((id) => ({ key: devices[id]?.serialNumber ?? id, deviceId: id, values: {} }))
      changeDraft((draft) => ({ ...(templateId === undefined ? emptyDraft : draft), boxes, check: null }))
    }
    if (templateId !== undefined) changeDraft((draft) => ({ ...draft, templateId, check: null }))
    replaceRoute({ page: 'provision', step: deviceIds === undefined ? 'boxes' : 'template' })
  }, [deviceIds, templateId, devices])
}
