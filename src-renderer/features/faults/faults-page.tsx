import { SegmentedControl } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FAULTS, faultOf } from '#shared/cwmp/faults.ts'
import { useWords } from '../../i18n/words.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterInput } from '../../ui/filter-input.tsx'
import { Page } from '../../ui/page.tsx'
import { FaultCard } from './fault-card.tsx'
import { matchingFaults } from './fault-rows.ts'
import classes from './faults.module.css'

const sides = ['all', 'cpe', 'acs'] as const
type Side = (typeof sides)[number]

/** Every fault of the standard in the technician's language; the one that led here is open. */
export function FaultsPage({ code, deviceId }: { code?: number; deviceId?: string }) {
  const { t, i18n } = useTranslation()
  const words = useWords()
  const [filter, setFilter] = useState('')
  const [side, setSide] = useState<Side>('all')
  const [openCode, setOpenCode] = useState<number | null>(code ?? null)
  const deferredFilter = useDeferredValue(filter)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are those of the language
  const matching = useMemo(() => matchingFaults(deferredFilter, words.fault), [deferredFilter, i18n.language])
  const shown = matching.filter(({ by }) => side === 'all' || by === side)
  // A vendor's code is not in the table; it is explained by its range.
  const outside = code === undefined || FAULTS.some((fault) => fault.code === code) ? null : faultOf(code)
  const entries = outside && filter === '' ? [outside, ...shown] : shown
  return (
    <Page title={t('catalogue.title')} subtitle={t('catalogue.intro')} canGoBack={code !== undefined}>
      <div className={classes.tools}>
        <FilterInput value={filter} onChange={setFilter} label={t('catalogue.filter')} />
        <SegmentedControl
          aria-label={t('catalogue.side')}
          value={side}
          onChange={setSide}
          data={sides.map((value) => ({ value, label: t(`catalogue.sides.${value}`) }))}
        />
        <span className={classes.soft} role="status">
          {t('devices.count', { shown: shown.length, total: FAULTS.length })}
        </span>
      </div>
      {entries.length === 0 && <EmptyState text={t('catalogue.noMatch', { filter })} />}
      <ul className={classes.list} aria-label={t('catalogue.title')}>
        {entries.map((fault) => (
          <FaultCard
            key={fault.code}
            fault={fault}
            isOpen={openCode === fault.code}
            onToggle={() => setOpenCode(openCode === fault.code ? null : fault.code)}
            {...(deviceId !== undefined && { deviceId })}
          />
        ))}
      </ul>
    </Page>
  )
}
