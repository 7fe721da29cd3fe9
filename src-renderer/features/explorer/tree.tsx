import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { resolveLanguage } from '#shared/i18n/index.ts'
import type { Device } from '#shared/model/device.ts'
import type { TreeRow as Row } from '#shared/parameters/tree.ts'
import { useFormat } from '../../i18n/format.ts'
import { useNow } from '../../ui/use-now.ts'
import { type RowsHandle, VirtualRows } from '../../ui/virtual-rows.tsx'
import classes from './explorer.module.css'
import { changeView, expand } from './explorer-view.ts'
import { isFavourite } from './favourites.ts'
import { TreeRow } from './tree-row.tsx'
import type { ExplorerState } from './use-explorer.ts'

const rowHeight = 30

interface TreeProps {
  device: Device
  state: ExplorerState
  handle: Ref<RowsHandle>
}

/** The tree itself: right and left open and close, Enter goes to the field of the value. */
export function Tree({ device, state, handle }: TreeProps) {
  const { t, i18n } = useTranslation()
  const { rows, view, known, pending, favourites } = state
  const language = resolveLanguage(i18n.language)
  const format = useFormat()
  const now = useNow()
  const ageOf = (at: string | undefined) =>
    at === undefined ? '' : now - Date.parse(at) < 2000 ? t('common.now') : format.ago(at, now)
  const select = ({ node }: Row) => changeView(device.id, () => ({ selected: node.path }))
  return (
    <VirtualRows
      label={t('explorer.tree')}
      items={rows}
      keyOf={({ node }) => node.path}
      rowHeight={rowHeight}
      minWidth={520}
      handle={handle}
      selectedKey={view.selected}
      onMove={select}
      onOpen={(row) => {
        if (view.selected === row.node.path) focusEditor()
        select(row)
      }}
      tree={{
        levelOf: ({ depth }) => depth,
        isExpanded: ({ node, isExpanded }) => (node.kind === 'parameter' ? null : isExpanded),
        onExpand: ({ node }, isExpanded) => expand(device.id, node.path, isExpanded),
      }}
      header={
        <div className={classes.row} role="row">
          <span role="columnheader">{t('explorer.columns.name')}</span>
          <span role="columnheader">{t('explorer.columns.value')}</span>
          <span role="columnheader">{t('explorer.columns.age')}</span>
          <span role="columnheader">
            <span className="visually-hidden">{t('explorer.columns.actions')}</span>
          </span>
        </div>
      }
      renderRow={({ node, depth, isExpanded }) => (
        <TreeRow
          deviceId={device.id}
          node={node}
          depth={depth}
          isExpanded={isExpanded}
          isFriendly={view.labels === 'friendly'}
          language={language}
          t={t}
          age={ageOf(known.values.get(node.path)?.at)}
          change={pending[node.path]}
          isFavourite={node.kind === 'parameter' && isFavourite(favourites, node.path)}
        />
      )}
    />
  )
}

/** Enter on the chosen row leads to the field in the details. */
function focusEditor(): void {
  document.querySelector<HTMLElement>('[data-editor] input, [data-editor] textarea')?.focus()
}
