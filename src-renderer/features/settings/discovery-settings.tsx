import { useTranslation } from 'react-i18next'
import { SwitchableSource } from '#shared/model/discovery.ts'
import { useApp } from '../../stores/app-store.ts'
import { Card } from '../../ui/card.tsx'
import { SwitchSetting } from './setting-fields.tsx'
import classes from './settings.module.css'

/** Which ways of finding neighbours are used. */
export function DiscoverySettings() {
  const { t } = useTranslation()
  const discovery = useApp((app) => app.settings.discovery)
  return (
    <Card title={t('settings.groups.discovery')} hint={t('discovery.intro')}>
      <div className={classes.fields}>
        {SwitchableSource.options.map((source) => (
          <SwitchSetting
            key={source}
            label={t(`discovery.sources.${source}`)}
            hint={t(`settings.discoveryHints.${source}`)}
            value={discovery[source]}
            patchOf={(isOn) => ({ discovery: { [source]: isOn } })}
          />
        ))}
      </div>
    </Card>
  )
}
