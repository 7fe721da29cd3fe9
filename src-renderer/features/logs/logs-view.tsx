import { Button, Checkbox } from '@mantine/core'
import { IconFolderOpen, IconPlayerStop, IconRadio } from '@tabler/icons-react'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api.ts'
import { useApp } from '../../stores/app-store.ts'
import { addLog, useLogStore } from '../../stores/log-store.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useAction } from '../../ui/use-action.ts'
import { useCall } from '../../ui/use-call.ts'
import { LogPane } from './log-pane.tsx'
import classes from './logs.module.css'
import { SourceList } from './source-list.tsx'

const shownPanes = 3

/** Logs side by side: those that were collected, those that come in now, and any file. */
export function LogsView({ deviceId }: { deviceId?: string }) {
  const { t } = useTranslation()
  const { open, liveRevision } = useLogStore()
  const revision = useApp((app) => app.recordsRevision)
  const sources = useCall('logs.list', deviceId === undefined ? {} : { deviceId }, revision)
  const [liveChange, setLiveChange] = useState(0)
  const live = useCall('logs.live', {}, liveChange)
  const [isSynced, setSynced] = useState(false)
  const [moment, setMoment] = useState<number | null>(null)
  const openPath = useAction(async (path: string) => addLog(await call('logs.open', { path })))
  const choose = useAction(async () => {
    for (const path of await window.fieldacs.chooseFiles('log')) addLog(await call('logs.open', { path }))
  })
  const startLive = useAction(async () => {
    const { path } = await call('logs.startLive', {})
    setLiveChange((count) => count + 1)
    addLog(await call('logs.open', { path }))
  })
  const stopLive = useAction(async () => {
    await call('logs.stopLive', {})
    setLiveChange((count) => count + 1)
    sources.refetch()
  })
  const receiving = live.status === 'ready' ? live.value : null
  const livePath = receiving?.path

  // The core reads on in a file only when it is asked for it.
  useEffect(() => {
    const log = useLogStore.getState().open.find(({ path }) => path === livePath)
    if (log && liveRevision > 0) void call('logs.get', { id: log.id }).catch(() => undefined)
  }, [liveRevision, livePath])

  const goTo = useCallback((at: number | null) => setMoment(at), [])
  const error = openPath.error ?? choose.error ?? startLive.error ?? stopLive.error
  return (
    <div className={classes.view}>
      <div className={classes.side}>
        <div className={classes.sideActions}>
          <Button variant="default" leftSection={<IconFolderOpen size={15} />} onClick={choose.run}>
            {t('logs.openFile')}
          </Button>
          {receiving ? (
            <Button variant="default" leftSection={<IconPlayerStop size={15} />} onClick={stopLive.run}>
              {t('logs.stopLive')}
            </Button>
          ) : (
            <Button leftSection={<IconRadio size={15} />} loading={startLive.isRunning} onClick={startLive.run}>
              {t('logs.startLive')}
            </Button>
          )}
        </div>
        {receiving && (
          <p className={classes.soft} role="status">
            {t('logs.liveAt', { address: receiving.address, port: receiving.port })}
            {receiving.dropped > 0 && ` ${t('logs.dropped', { count: receiving.dropped })}`}
          </p>
        )}
        {sources.status === 'ready' && (
          <SourceList
            sources={sources.value}
            openPaths={open.map(({ path }) => path)}
            onOpen={(path) => openPath.run(path)}
          />
        )}
        {open.length > 1 && (
          <Checkbox
            label={t('logs.sync')}
            description={t('logs.syncHint')}
            checked={isSynced}
            onChange={(event) => setSynced(event.currentTarget.checked)}
          />
        )}
      </div>
      <div className={classes.main}>
        {error && <ErrorPanel error={error} />}
        {open.length === 0 ? (
          <EmptyState text={t('logs.choose')} />
        ) : (
          <div className={classes.panes}>
            {open.slice(-shownPanes).map((log) => (
              <LogPane
                key={log.id}
                log={log}
                isLive={log.path === livePath}
                moment={isSynced ? moment : null}
                onMoment={goTo}
              />
            ))}
          </div>
        )}
      </div>
    </div>
  )
}
