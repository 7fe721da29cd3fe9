import { IconChevronDown, IconChevronRight, IconLock, IconPencil, IconStarFilled } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { memo, useState } from 'react'
import { entryOf, friendlyName } from '#shared/dictionary/index.ts'
import { isSecret } from '#shared/dictionary/secret.ts'
import type { Language } from '#shared/i18n/index.ts'
import type { TreeNode } from '#shared/parameters/tree.ts'
import type { PendingChange } from '../../stores/pending-store.ts'
import classes from './explorer.module.css'
import { expand } from './explorer-view.ts'
import { RowActions } from './row-actions.tsx'

interface TreeRowProps {
  deviceId: string
  node: TreeNode
  depth: number
  isExpanded: boolean
  isFriendly: boolean
  language: Language
  /** Given from above: a hook of its own for each row would slow the scrolling down. */
  t: TFunction
  age: string
  change: PendingChange | undefined
  isFavourite: boolean
}

const indent = 16
const covered = '••••••••'

/** One object or parameter. Drawn again only when something of it has changed: scrolling must stay smooth. */
export const TreeRow = memo(function TreeRow(props: TreeRowProps) {
  const { deviceId, node, depth, isExpanded, isFriendly, language, t, age, change, isFavourite } = props
  const [isHovered, setHovered] = useState(false)
  const { path, kind, name } = node
  const friendly = isFriendly ? friendlyName(path, language) : null
  const isObject = kind !== 'parameter'
  const Mark = isExpanded ? IconChevronDown : IconChevronRight
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer brings buttons that the details have as well
    <div
      className={classes.row}
      data-kind={kind}
      data-changed={change !== undefined}
      onMouseEnter={() => setHovered(true)}
      onMouseLeave={() => setHovered(false)}
    >
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
          <Value node={node} change={change} t={t} />
        )}
      </span>
      <span role="gridcell" className={classes.age}>
        {age}
      </span>
      <span role="gridcell" className={classes.rowActions}>
        {isHovered ? (
          <RowActions deviceId={deviceId} node={node} isFavourite={isFavourite} />
        ) : (
          isFavourite && <IconStarFilled size={14} className={classes.star} aria-hidden="true" />
        )}
      </span>
    </div>
  )
})

function Value({ node: { path, value, writable }, change, t }: Pick<TreeRowProps, 'node' | 'change' | 't'>) {
  const isCovered = isSecret(path)
  const shown = (text: string) => (isCovered && text !== '' ? covered : text)
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
  const lock = writable === false && (
    <IconLock size={12} className={classes.lock} role="img" aria-label={t('explorer.row.readOnly')} />
  )
  if (value === null || value === '') {
    return (
      <>
        {lock}
        <em className={classes.faint}>{t(value === null ? 'explorer.row.notRead' : 'read.values.empty')}</em>
      </>
    )
  }
  const unit = entryOf(path)?.unit
  return (
    <>
      {lock}
      <code title={isCovered ? undefined : value}>{shown(value)}</code>
      {unit !== undefined && <span className={classes.faint}>{unit}</span>}
    </>
  )
}
