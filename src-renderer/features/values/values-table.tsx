import { SegmentedControl } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { resolveLanguage } from '#shared/i18n/index.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterInput } from '../../ui/filter-input.tsx'
import { VirtualRows } from '../../ui/virtual-rows.tsx'
import { GroupRow, ParameterRow } from './value-row.tsx'
import { type ValueRow, valueRows } from './value-rows.ts'
import classes from './values.module.css'

const rowHeights: Record<ValueRow['kind'], number> = { group: 32, value: 34 }

/** Parameters with their values, by friendly name or by path; filtered, grouped, of any number. */
export function ValuesTable({ values }: { values: readonly ParameterValue[] }) {
  const { t, i18n } = useTranslation()
  const [filter, setFilter] = useState('')
  const [labels, setLabels] = useState<'friendly' | 'paths'>('friendly')
  const deferredFilter = useDeferredValue(filter)
  const language = resolveLanguage(i18n.language)
  const rows = useMemo(() => valueRows(values, deferredFilter, language), [values, deferredFilter, language])
  const shownValues = rows.filter(({ kind }) => kind === 'value').length
  return (
    <div className={classes.table}>
      <div className={classes.tools}>
        <FilterInput value={filter} onChange={setFilter} label={t('read.values.filter')} width={320} />
        <span className={classes.soft} role="status">
          {shownValues === values.length
            ? t('read.values.count', { count: values.length })
            : t('devices.count', { shown: shownValues, total: values.length })}
        </span>
        <span className={classes.space} />
        <SegmentedControl
          aria-label={t('read.values.showAs')}
          value={labels}
          onChange={setLabels}
          data={[
            { value: 'friendly', label: t('read.values.friendly') },
            { value: 'paths', label: t('read.values.paths') },
          ]}
        />
      </div>
      {rows.length === 0 ? (
        <EmptyState text={filter === '' ? t('read.values.none') : t('read.values.noMatch', { filter })} />
      ) : (
        <VirtualRows
          label={t('read.steps.values')}
          items={rows}
          keyOf={(row) => (row.kind === 'group' ? row.path : row.parameter.name)}
          rowHeight={({ kind }) => rowHeights[kind]}
          minWidth={560}
          renderRow={(row) =>
            row.kind === 'group' ? (
              <GroupRow {...row} />
            ) : (
              <ParameterRow parameter={row.parameter} name={labels === 'friendly' ? row.name : null} />
            )
          }
        />
      )}
    </div>
  )
}
