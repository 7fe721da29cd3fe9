import { Button } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { FaultEntry } from '#shared/cwmp/faults.ts'
import { useWords } from '../../i18n/words.ts'
import { navigate } from '../../stores/route.ts'
import { Fact, Facts } from '../../ui/facts.tsx'
import { placeOfRemedy } from './fault-rows.ts'
import classes from './faults.module.css'

interface FaultCardProps {
  fault: FaultEntry
  isOpen: boolean
  onToggle: () => void
  deviceId?: string
}

/** One fault: a line, and when open its meaning, likely cause and remedies, those with a place as buttons. */
export function FaultCard({ fault, isOpen, onToggle, deviceId }: FaultCardProps) {
  const { t } = useTranslation()
  const words = useWords().fault(fault.code)
  const item = useRef<HTMLLIElement>(null)
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    if (wasOpen.current) item.current?.scrollIntoView({ block: 'start' })
  }, [])
  const actions = fault.actions.filter((action) => action !== 'none')
  return (
    <li className={classes.fault} data-open={isOpen} ref={item}>
      <button type="button" className={classes.head} aria-expanded={isOpen} onClick={onToggle}>
        {isOpen ? <IconChevronDown size={15} aria-hidden="true" /> : <IconChevronRight size={15} aria-hidden="true" />}
        <code className={classes.code}>{fault.code}</code>
        <strong>{words.name}</strong>
        <span className={classes.meaning}>{words.meaning}</span>
      </button>
      {isOpen && (
        <div className={classes.body}>
          <Facts>
            <Fact label={t('catalogue.cause')}>{words.cause}</Fact>
            <Fact label={t('catalogue.remedy')}>{words.remedy}</Fact>
            {fault.name !== '' && (
              <Fact label={t('catalogue.standardName')} copy={`${fault.code} ${fault.name}`}>
                {fault.name}
              </Fact>
            )}
            <Fact label={t('catalogue.by')}>{t(`catalogue.sides.${fault.by}`)}</Fact>
          </Facts>
          <div className={classes.actions}>
            {actions.map((action) => {
              const place = placeOfRemedy(action, deviceId)
              return place ? (
                <Button key={action} variant="default" onClick={() => navigate(place)}>
                  {t(`catalogue.actions.${action}`)}
                </Button>
              ) : (
                <span key={action} className={classes.advice}>
                  {t(`catalogue.actions.${action}`)}
                </span>
              )
            })}
          </div>
        </div>
      )}
    </li>
  )
}
