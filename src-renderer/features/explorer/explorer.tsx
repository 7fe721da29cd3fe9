import { Button, Tooltip } from '@mantine/core'
import { IconArchive, IconArrowsDiff, IconListTree, IconRefresh } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { rootPathOf } from '#shared/dictionary/read-sets.ts'
import type { Device } from '#shared/model/device.ts'
import { useFormat } from '../../i18n/format.ts'
import { useShortcut } from '../../keyboard/use-shortcut.ts'
import { type CompareSide, navigate } from '../../stores/route.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Page } from '../../ui/page.tsx'
import { useAction } from '../../ui/use-action.ts'
import { startJob } from '../../ui/use-job.ts'
import type { RowsHandle } from '../../ui/virtual-rows.tsx'
import { ChangesPanel } from '../changes/changes-panel.tsx'
import { LeaveGuard } from '../changes/leave-guard.tsx'
import { deviceName } from '../device/device-name.ts'
import { BoxActivity } from './box-activity.tsx'
import { Breadcrumb } from './breadcrumb.tsx'
import { Detail } from './detail.tsx'
import classes from './explorer.module.css'
import { changeView, objectsAbove, reveal } from './explorer-view.ts'
import { ExportDialog } from './export-dialog.tsx'
import { reloadKnown } from './known-store.ts'
import { Toolbar } from './toolbar.tsx'
import { Tree } from './tree.tsx'
import { useExplorer } from './use-explorer.ts'

/** The whole tree of a box, with what each parameter means, and what is to be changed. */
export function Explorer({ device, path }: { device: Device; path?: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [query, setQuery] = useState('')
  const state = useExplorer(device, query)
  const tree = useRef<RowsHandle>(null)
  const { view, parameters, nodes, shown, known } = state
  const root = rootPathOf(device.dataModel)

  const readAll = useAction(async () => {
    await startJob('read', device.id, { paths: [device.dataModel === 'unknown' ? '' : root] })
    await startJob('names', device.id, { path: device.dataModel === 'unknown' ? '' : root })
  })
  useShortcut('refresh', () => readAll.run())

  const go = (to: string): void => {
    setQuery('')
    changeView(device.id, () => ({ chips: new Set() }))
    reveal(device.id, to)
    requestAnimationFrame(() => requestAnimationFrame(() => tree.current?.scrollToKey(to)))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens at a path
  useEffect(() => {
    if (path !== undefined) go(path)
  }, [path])

  // What was chosen may be gone from the box: then what held it is shown.
  const selectedPath = [...objectsAbove(view.selected ?? ''), view.selected ?? ''].findLast((one) => nodes.has(one))
  const selected = selectedPath === undefined || selectedPath === '' ? undefined : nodes.get(selectedPath)
  const isPartial = known.names.size === 0
  return (
    <Page
      title={t('explorer.titleOf', { name: deviceName(device) })}
      subtitle={t(`states.dataModel.${device.dataModel}`)}
      canGoBack
      isFixed
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconArrowsDiff size={15} />}
            onClick={() => navigate({ page: 'compare', ...sidesOf(device.id, state.baseline.snapshots[0]?.id) })}
          >
            {t('compare.open')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconArchive size={15} />}
            onClick={() => navigate({ page: 'backup', deviceId: device.id })}
          >
            {t('backup.title')}
          </Button>
          <ExportDialog device={device} parameters={parameters} shown={shown} />
          <Tooltip label={t('explorer.readAllHint')} multiline w={280}>
            <Button
              variant={isPartial ? 'filled' : 'default'}
              leftSection={<IconRefresh size={15} />}
              loading={readAll.isRunning}
              onClick={() => readAll.run()}
            >
              {t('explorer.readAll')}
            </Button>
          </Tooltip>
        </>
      }
    >
      {state.error && <ErrorPanel error={state.error} retry={() => reloadKnown(device.id)} />}
      {readAll.error && <ErrorPanel error={readAll.error} retry={readAll.run} />}
      <BoxActivity deviceId={device.id} />
      {state.status === 'ready' && isPartial && (
        <p className={classes.partial} role="status">
          {parameters.length === 0
            ? t('explorer.nothing')
            : t('explorer.partial', { shown: format.number(parameters.length) })}{' '}
          {t('explorer.readAllHint')}
        </p>
      )}
      <Toolbar device={device} state={state} query={query} onQuery={setQuery} />
      <Breadcrumb path={view.selected ?? root} has={(one) => nodes.has(one)} onGo={go} />
      <div className={classes.split}>
        {state.rows.length === 0 && state.status === 'ready' ? (
          <div className={classes.emptyTree}>
            <EmptyState
              icon={IconListTree}
              text={shown === undefined ? t('explorer.nothing') : t('explorer.noMatch')}
              action={
                shown !== undefined && (
                  <Button
                    variant="default"
                    onClick={() => {
                      setQuery('')
                      changeView(device.id, () => ({ chips: new Set() }))
                    }}
                  >
                    {t('explorer.clearFilters')}
                  </Button>
                )
              }
            />
          </div>
        ) : (
          <Tree device={device} state={state} handle={tree} />
        )}
        <Detail key={selectedPath} device={device} state={state} node={selected} onGo={go} />
      </div>
      <LeaveGuard device={device} />
      <ChangesPanel device={device} known={known} onGo={go} />
    </Page>
  )
}

/** What the box was, against what it is. */
function sidesOf(deviceId: string, snapshotId: string | undefined): { left?: CompareSide; right: CompareSide } {
  return { ...(snapshotId !== undefined && { left: { snapshotId } }), right: { deviceId } }
}
