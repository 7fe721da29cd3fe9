import { SegmentedControl, Select } from '@mantine/core'
import { IconFilter, IconFilterFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import { useFormat } from '../../i18n/format.ts'
import { FilterInput } from '../../ui/filter-input.tsx'
import classes from './explorer.module.css'
import { type Chip, changeView, chips } from './explorer-view.ts'
import type { ExplorerState } from './use-explorer.ts'

interface ToolbarProps {
  device: Device
  state: ExplorerState
  query: string
  onQuery: (query: string) => void
}

/** What is looked for, how much was found, and by which names it is shown. */
export function Toolbar({ device, state, query, onQuery }: ToolbarProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { view, parameters, shown, baseline } = state
  const total = format.number(parameters.length)
  const toggle = (chip: Chip) =>
    changeView(device.id, ({ chips: active }) => {
      const next = new Set(active)
      if (!next.delete(chip)) next.add(chip)
      return { chips: next }
    })
  return (
    <div className={classes.tools}>
      <FilterInput value={query} onChange={onQuery} label={t('explorer.search')} width={300} />
      <span className={classes.count} role="status" data-testid="count">
        {shown === undefined
          ? t('explorer.total', { count: parameters.length, shown: total })
          : t('explorer.count', { shown: format.number(shown.size), total })}
      </span>
      <fieldset className={classes.chips} aria-label={t('explorer.chips.label')}>
        {chips.map((chip) => {
          const isOn = view.chips.has(chip)
          const isOff = chip === 'differs' && baseline.snapshots.length === 0
          const Mark = isOn ? IconFilterFilled : IconFilter
          return (
            <button
              key={chip}
              type="button"
              className={classes.chip}
              aria-pressed={isOn}
              disabled={isOff}
              title={isOff ? t('explorer.chips.noBaseline') : t(`explorer.chips.hints.${chip}`)}
              onClick={() => toggle(chip)}
            >
              <Mark size={13} aria-hidden="true" />
              {t(`explorer.chips.${chip}`)}
            </button>
          )
        })}
      </fieldset>
      {view.chips.has('differs') && baseline.chosen && (
        <Select
          aria-label={t('explorer.chips.baseline')}
          data={baseline.snapshots.map(({ id, name }) => ({ value: id, label: name }))}
          value={baseline.chosen.id}
          allowDeselect={false}
          onChange={(baselineId) => changeView(device.id, () => ({ baselineId }))}
          className={classes.baseline}
        />
      )}
      <span className={classes.space} />
      <SegmentedControl
        aria-label={t('explorer.labels.label')}
        value={view.labels}
        onChange={(labels) => changeView(device.id, () => ({ labels }))}
        data={[
          { value: 'friendly', label: t('explorer.labels.friendly') },
          { value: 'paths', label: t('explorer.labels.paths') },
        ]}
      />
    </div>
  )
}
