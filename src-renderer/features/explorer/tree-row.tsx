import {
  IconChevronDown,
  IconChevronRight,
  IconLock,
  IconPencil,
  IconRefresh,
  IconStar,
  IconStarFilled,
} from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { entryOf, friendlyName } from '#shared/dictionary/index.ts'
import { isSecret } from '#shared/dictionary/secret.ts'
import type { Language } from '#shared/i18n/index.ts'
import type { TreeNode } from '#shared/parameters/tree.ts'
import type { PendingChange } from '../../stores/pending-store.ts'
import { TimeAgo } from '../../ui/time-ago.tsx'
import { startJob } from '../../ui/use-job.ts'
import classes from './explorer.module.css'
import { expand } from './explorer-view.ts'
import { toggleFavourite } from './favourites.ts'

interface TreeRowProps {
  deviceId: string
  node: TreeNode
  depth: number
  isExpanded: boolean
  isFriendly: boolean
  language: Language
  at: string | null
  change: PendingChange | undefined
  isFavourite: boolean
}

const indent = 16
const covered = '••••••••'

/** One object or parameter. Drawn again only when something of it has changed: scrolling must stay smooth. */
export const TreeRow = memo(function TreeRow(props: TreeRowProps) {
  const { deviceId, node, depth, isExpanded, isFriendly, language, at, change } = props
  const { t } = useTranslation()
  const { path, kind, name } = node
  const friendly = isFriendly ? friendlyName(path, language) : null
  const isObject = kind !== 'parameter'
  const Mark = isExpanded ? IconChevronDown : IconChevronRight
  return (
    <div className={classes.row} data-kind={kind} data-changed={change !== undefined}>
      <span role="gridcell" className={classes.name} style={{ paddingLeft: depth * indent }} title={path}>
        {isObject ? (
          <span
            className={classes.toggle}
            aria-hidden="true"
            onClick={(event) => {
              event.stopPropagation()
              expand(deviceId, path, !isExpanded)
            }}
          >
            <Mark size={15} />
          </span>
        ) : (
          <span className={classes.toggle} aria-hidden="true" />
        )}
        {friendly !== null && <span className={classes.friendly}>{friendly}</span>}
        <code className={friendly === null ? undefined : classes.faint}>{name}</code>
      </span>
      <span role="gridcell" className={classes.value}>
        {isObject ? (
          <span className={classes.faint}>{t('explorer.row.inBranch', { count: node.size })}</span>
        ) : (
          <Value node={node} change={change} />
        )}
      </span>
      <span role="gridcell" className={classes.age}>
        {at !== null && <TimeAgo at={at} />}
      </span>
      <span role="gridcell" className={classes.rowActions}>
        <RowActions deviceId={deviceId} node={node} isFavourite={props.isFavourite} />
      </span>
    </div>
  )
})

function Value({ node: { path, value, writable }, change }: Pick<TreeRowProps, 'node' | 'change'>) {
  const { t } = useTranslation()
  const shown = (text: string) => (isSecret(path) && text !== '' ? covered : text)
  const unit = entryOf(path)?.unit
  if (change) {
    return (
      <>
        <IconPencil size={13} className={classes.changeMark} aria-hidden="true" />
        <code className={classes.newValue}>{shown(change.value)}</code>
        {value !== null && (
          <span className={classes.faint}>{t('explorer.row.changedFrom', { old: shown(value) })}</span>
        )}
      </>
    )
  }
  return (
    <>
      {writable === false && (
        <IconLock size={12} className={classes.lock} role="img" aria-label={t('explorer.row.readOnly')} />
      )}
      {value === null && <em className={classes.faint}>{t('explorer.row.notRead')}</em>}
      {value === '' && <em className={classes.faint}>{t('read.values.empty')}</em>}
      {value !== null && value !== '' && <code title={isSecret(path) ? undefined : value}>{shown(value)}</code>}
      {value !== null && value !== '' && unit !== undefined && <span className={classes.faint}>{unit}</span>}
    </>
  )
}

/** Plain buttons: a tooltip for each of forty rows would slow the scrolling down. */
function RowActions({ deviceId, node, isFavourite }: Pick<TreeRowProps, 'deviceId' | 'node' | 'isFavourite'>) {
  const { t } = useTranslation()
  const { path, name, kind } = node
  const Star = isFavourite ? IconStarFilled : IconStar
  const refreshLabel = t('explorer.row.refresh', { what: name })
  const favouriteLabel = t('explorer.row.favourite', { what: name })
  return (
    <>
      {kind === 'parameter' && (
        <button
          type="button"
          tabIndex={-1}
          className={classes.rowButton}
          data-on={isFavourite}
          aria-pressed={isFavourite}
          aria-label={favouriteLabel}
          title={favouriteLabel}
          onClick={(event) => {
            event.stopPropagation()
            toggleFavourite(path)
          }}
        >
          <Star size={14} />
        </button>
      )}
      <button
        type="button"
        tabIndex={-1}
        className={classes.rowButton}
        aria-label={refreshLabel}
        title={refreshLabel}
        onClick={(event) => {
          event.stopPropagation()
          refreshBranch(deviceId, path)
        }}
      >
        <IconRefresh size={14} />
      </button>
    </>
  )
}

/** Reads a parameter, or a branch with its names, once more; what goes wrong is said where jobs under way are shown. */
export function refreshBranch(deviceId: string, path: string): void {
  void startJob('read', deviceId, { paths: [path] }).catch(() => undefined)
  if (path.endsWith('.')) void startJob('names', deviceId, { path }).catch(() => undefined)
}
