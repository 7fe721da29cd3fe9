import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/page.tsx'
import { AcsUrlCard } from './acs-url-card.tsx'
import { AdapterCard } from './adapter-card.tsx'
import { BoxesCard } from './boxes-card.tsx'
import { DemoCard } from './demo-card.tsx'
import classes from './home.module.css'
import { PortsCard } from './ports-card.tsx'

/** The first screen: from an unknown box to one that is in the list. */
export function HomePage() {
  const { t } = useTranslation()
  return (
    <Page title={t('home.title')} subtitle={t('home.subtitle')}>
      <div className={classes.columns}>
        <div className={classes.column}>
          <AdapterCard />
          <AcsUrlCard />
        </div>
        <div className={classes.column}>
          <BoxesCard />
          <DemoCard />
          <PortsCard />
        </div>
      </div>
    </Page>
  )
}
