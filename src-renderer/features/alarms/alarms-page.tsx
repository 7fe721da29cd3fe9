import { SegmentedControl, Select } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { useAlarmStore } from '../../stores/alarm-store.ts'
import { useApp } from '../../stores/app-store.ts'
import { replaceRoute } from '../../stores/route.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { FilterInput } from '../../ui/filter-input.tsx'
import { Page } from '../../ui/page.tsx'
import { VirtualRows } from '../../ui/virtual-rows.tsx'
import { deviceName } from '../device/device-name.ts'
import { AlarmDetail } from './alarm-detail.tsx'
import { alarmRows } from './alarm-rows.ts'
import classes from './alarms.module.css'
import { BoxAlarms } from './box-alarms.tsx'
import { AlarmStateLabel, SeverityLabel } from './labels.tsx'
import { useAlarmWords } from './use-alarm-words.ts'

const rowHeight = 40
const columns = ['severity', 'box', 'problem', 'raisedAt', 'state'] as const
const shows = ['standing', 'all'] as const

/** The alarms of one box or of all, live, with the chosen one explained. */
export function AlarmsPage({ deviceId, id }: { deviceId?: string; id?: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useAlarmWords()
  const { alarms, error } = useAlarmStore()
  const devices = useApp((app) => app.devices)
  const [show, setShow] = useState<(typeof shows)[number]>('standing')
  const [text, setText] = useState('')
  const [chosenId, setChosenId] = useState<string | null>(id ?? null)
  const device = deviceId === undefined ? undefined : devices[deviceId]
  const boxName = useCallback(
    (key: string) => {
      const box = devices[key]
      return box ? deviceName(box) : key
    },
    [devices],
  )
  const rows = useMemo(
    () => alarmRows(Object.values(alarms), { show, deviceId, text, boxName }),
    [alarms, boxName, show, deviceId, text],
  )
  const chosen = chosenId === null ? undefined : alarms[chosenId]
  const boxes = Object.values(devices).map((one) => ({ value: one.id, label: deviceName(one) }))

  return (
    <Page title={t('alarms.title')} isFixed>
      <div className={classes.tools}>
        <SegmentedControl
          aria-label={t('alarms.show.label')}
          value={show}
          onChange={setShow}
          data={shows.map((value) => ({ value, label: t(`alarms.show.${value}`) }))}
        />
        <Select
          aria-label={t('alarms.box')}
          placeholder={t('alarms.allBoxes')}
          data={boxes}
          value={deviceId ?? null}
          clearable
          onChange={(next) => replaceRoute({ page: 'alarms', ...(next !== null && { deviceId: next }) })}
        />
        <FilterInput value={text} onChange={setText} label={t('alarms.filter')} width={300} />
        <span className={classes.space} />
        <span className={classes.soft} role="status">
          {t('alarms.count', { count: rows.length })}
        </span>
      </div>
      {device && <BoxAlarms key={device.id} device={device} />}
      {error && <ErrorPanel error={error} />}
      {rows.length === 0 ? (
        <Empty show={show} isFiltered={text !== ''} />
      ) : (
        <div className={classes.split}>
          <VirtualRows
            label={t('alarms.title')}
            items={rows}
            keyOf={(alarm) => alarm.id}
            rowHeight={rowHeight}
            minWidth={640}
            selectedKey={chosenId}
            onMove={(alarm) => setChosenId(alarm.id)}
            onOpen={(alarm) => setChosenId(alarm.id)}
            header={
              <div className={classes.row} role="row" data-header="true">
                {columns.map((column) => (
                  <span key={column} role="columnheader">
                    {t(`alarms.columns.${column}`)}
                  </span>
                ))}
              </div>
            }
            renderRow={(alarm) => (
              <div className={classes.row}>
                <span role="gridcell">
                  <SeverityLabel severity={alarm.severity} />
                </span>
                <span role="gridcell">{boxName(alarm.deviceId)}</span>
                <span role="gridcell" title={words(alarm)}>
                  {words(alarm)}
                </span>
                <span role="gridcell" className={classes.soft}>
                  {format.dateTime(alarm.raisedAt)}
                </span>
                <span role="gridcell">
                  <AlarmStateLabel alarm={alarm} />
                </span>
              </div>
            )}
          />
          {chosen ? (
            <AlarmDetail key={chosen.id} alarm={chosen} />
          ) : (
            <p className={classes.hint}>{t('alarms.detail.choose')}</p>
          )}
        </div>
      )}
    </Page>
  )
}

function Empty({ show, isFiltered }: { show: 'standing' | 'all'; isFiltered: boolean }) {
  const { t } = useTranslation()
  if (isFiltered) return <EmptyState text={t('alarms.empty.noMatch')} />
  return (
    <EmptyState
      icon={IconShieldCheck}
      title={t('alarms.empty.title')}
      text={`${show === 'standing' ? `${t('alarms.empty.standingText')} ` : ''}${t('alarms.empty.text')}`}
    />
  )
}
