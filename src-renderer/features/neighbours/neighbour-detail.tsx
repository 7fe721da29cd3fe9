import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Neighbour } from '#shared/model/discovery.ts'
import { useFormat } from '../../i18n/format.ts'
import { navigate } from '../../stores/route.ts'
import { Card } from '../../ui/card.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { TimeAgo } from '../../ui/time-ago.tsx'
import { neighbourName } from './neighbour-rows.ts'
import classes from './neighbours.module.css'
import { NextStepButton } from './next-step-button.tsx'

/** All that is known of the chosen neighbour, and the next step with its reason. */
export function NeighbourDetail({ neighbour, onIdentify }: { neighbour: Neighbour; onIdentify: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { addresses, mac, vendor, name, manufacturer, serial, softwareVersion, sources, services } = neighbour
  const facts: [label: string, value: string][] = [
    [t('discovery.addresses'), addresses.join(', ')],
    [t('discovery.mac'), mac],
    [t('discovery.vendor'), vendor],
    [t('discovery.name'), name],
    [t('devices.page.manufacturer'), manufacturer],
    [t('devices.page.serialNumber'), serial],
    [t('devices.page.softwareVersion'), softwareVersion],
    [t('discovery.offers'), format.list(services.map((service) => t(`discovery.services.${service}`)))],
  ]
  return (
    <div className={classes.detail}>
      <Card
        title={neighbourName(neighbour)}
        actions={
          <span className={classes.soft}>
            {t('discovery.noticedBy', { sources: format.list(sources.map((one) => t(`discovery.sources.${one}`))) })} ·{' '}
            <TimeAgo at={neighbour.lastSeenAt} />
          </span>
        }
      >
        <div className={classes.step}>
          <span>{t(`discovery.nextSteps.${neighbour.nextStep}.text`)}</span>
          <NextStepButton neighbour={neighbour} onIdentify={onIdentify} isMain />
          {neighbour.nextStep !== 'open' && neighbour.nextStep !== 'answerDhcp' && (
            <Button
              variant="default"
              onClick={() => navigate({ page: 'reach', tab: 'pointing', neighbourKey: neighbour.key })}
            >
              {t('discovery.allWays')}
            </Button>
          )}
        </div>
        <Facts>
          {facts
            .filter(([, value]) => value !== '')
            .map(([label, value]) => (
              <Fact key={label} label={label} copy={value}>
                {value}
              </Fact>
            ))}
        </Facts>
      </Card>
    </div>
  )
}
