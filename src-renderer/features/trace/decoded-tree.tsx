import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { VirtualRows } from '../../ui/virtual-rows.tsx'
import classes from './trace.module.css'
import { type TreeRow, treeRows } from './tree-rows.ts'

const rowHeight = 24
const openMembers = 20

/** A decoded message as a tree; lists of structures begin folded, one line each. */
export function DecodedTree({ value }: { value: unknown }) {
  const { t } = useTranslation()
  const [closed, setClosed] = useState<ReadonlySet<string>>(() => initiallyClosed(value))
  const rows = useMemo(() => treeRows(value, closed), [value, closed])
  const toggle = ({ path, members }: TreeRow) => {
    if (members === null) return
    const next = new Set(closed)
    if (!next.delete(path)) next.add(path)
    setClosed(next)
  }
  return (
    <VirtualRows
      label={t('trace.detail.decoded')}
      items={rows}
      keyOf={({ path }) => path}
      rowHeight={rowHeight}
      onOpen={toggle}
      renderRow={({ name, value: text, depth, members, path }) => (
        <div className={classes.treeRow} role="gridcell" style={{ paddingLeft: 10 + depth * 16 }}>
          <span className={classes.treeMark}>
            {members !== null && (closed.has(path) ? <IconChevronRight size={13} /> : <IconChevronDown size={13} />)}
          </span>
          <span className={classes.treeName}>{name}</span>
          {text !== null && <code className={classes.treeValue}>{text}</code>}
          {members !== null && <span className={classes.soft}>{members}</span>}
        </div>
      )}
    />
  )
}

/** Members of lists, so that a thousand parameters are a thousand lines and not four thousand. */
function initiallyClosed(value: unknown): ReadonlySet<string> {
  const closed = new Set<string>()
  for (const row of treeRows(value, new Set())) {
    if (row.depth > 0 && row.members !== null && (row.members > openMembers || row.name.startsWith('[')))
      closed.add(row.path)
  }
  return closed
}
