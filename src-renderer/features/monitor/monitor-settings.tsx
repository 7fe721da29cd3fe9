import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Monitor } from '#shared/model/monitor.ts'
import { metricOf } from '#shared/monitor-metrics.ts'
import { call } from '../../api.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { LimitsTable } from '../../ui/limits-table.tsx'
import { useAction } from '../../ui/use-action.ts'
import { useCall } from '../../ui/use-call.ts'
import { parseOwnPaths } from '../read/own-paths.ts'
import classes from './monitor.module.css'
import { useMetricWords } from './use-metric-words.ts'

/** The limits that raise alarms, and parameters to be drawn beside the usual ones; folded away. */
export function MonitorSettings({ monitor }: { monitor: Monitor }) {
  const { t } = useTranslation()
  const words = useMetricWords()
  const { deviceId, mode, intervalSeconds, lastSampleAt } = monitor
  const names = useCall('monitor.names', { deviceId }, lastSampleAt === null)
  const [limits, setLimits] = useState<Monitor['limits']>(monitor.limits)
  const [text, setText] = useState(monitor.paths.join('\n'))
  const own = parseOwnPaths(text)
  const apply = useAction(async () => {
    await call('monitor.start', { deviceId, mode, intervalSeconds, paths: own.paths, limits })
  })
  const metrics = names.status === 'ready' ? [...new Set(names.value.map(({ metric, name }) => metric || name))] : []
  const judged = metrics.flatMap((metric) => {
    const present = limits[metric] ?? metricOf(metric)?.limits
    return present ? [{ metric, present }] : []
  })
  return (
    <details className={classes.settings}>
      <summary>{t('monitor.settings')}</summary>
      <p className={classes.soft}>{t('monitor.limitsHint')}</p>
      {judged.length > 0 && (
        <LimitsTable
          rows={judged.map(({ metric, present }) => ({ metric, label: words(metric), limits: present }))}
          onChange={(metric, changed) => setLimits({ ...limits, [metric]: changed })}
        />
      )}
      <Textarea
        label={t('monitor.own')}
        description={t('monitor.ownHint')}
        classNames={{ input: 'mono' }}
        autosize
        minRows={2}
        maxRows={8}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={own.problem && t('read.what.badPath', own.problem)}
        spellCheck={false}
      />
      {apply.error && <ErrorPanel error={apply.error} />}
      <Button className={classes.apply} loading={apply.isRunning} disabled={own.problem !== null} onClick={apply.run}>
        {t('monitor.apply')}
      </Button>
    </details>
  )
}
