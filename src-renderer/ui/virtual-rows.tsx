import { useVirtualizer } from '@tanstack/react-virtual'
import { type Ref, useCallback, useEffect, useId, useImperativeHandle, useRef, useState } from 'react'
import { type TreeShape, treeKey } from './tree-keys.ts'
import classes from './virtual-rows.module.css'

/** What the owner of a list can make it do. */
export interface RowsHandle {
  scrollToEnd: () => void
  /** Brings a row into view. */
  scrollToKey: (key: string) => void
  focus: () => void
}

interface VirtualRowsProps<T> {
  label: string
  items: readonly T[]
  keyOf: (item: T) => string
  /** Pixels; rows of one list are alike, or differ by what they are. */
  rowHeight: number | ((item: T) => number)
  renderRow: (item: T, index: number) => React.ReactNode
  /** Click or Enter. */
  onOpen?: (item: T) => void
  /** The row that the arrow keys came to. */
  onMove?: (item: T) => void
  /** The row shown as chosen; the list itself keeps track where it is not given. */
  selectedKey?: string | null
  header?: React.ReactNode
  /** Pixels below which the list scrolls sideways. */
  minWidth?: number
  onScroll?: (isAtEnd: boolean) => void
  /** Makes the list a tree: left and right close and open. */
  tree?: TreeShape<T>
  handle?: Ref<RowsHandle>
}

const overscan = 12
const endTolerancePx = 24

/** A list of any length: only the rows in view exist. Arrows move, Enter opens; the list keeps the focus. */
export function VirtualRows<T>(props: VirtualRowsProps<T>) {
  const { label, items, keyOf, rowHeight, renderRow, onOpen, onMove, selectedKey, header, minWidth, onScroll, tree } =
    props
  const scroller = useRef<HTMLDivElement>(null)
  const id = useId()
  const [activeKey, setActiveKey] = useState<string | null>(null)
  const currentKey = selectedKey === undefined ? activeKey : selectedKey
  const current = currentKey === null ? -1 : items.findIndex((item) => keyOf(item) === currentKey)
  // The virtualizer measures every row anew when this function is another one: it must live as long as the items.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what an item's key is does not change with the drawing
  const keyAt = useCallback(
    (index: number) => {
      const item = items[index]
      return item === undefined ? index : keyOf(item)
    },
    [items],
  )
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const item = items[index]
      return typeof rowHeight === 'number' || item === undefined ? Number(rowHeight) || 0 : rowHeight(item)
    },
    getItemKey: keyAt,
    overscan,
  })
  // Rows whose heights differ are measured anew when the rows are others.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the items are the reason
  useEffect(() => virtual.measure(), [items, virtual])

  useImperativeHandle(props.handle, () => ({
    scrollToEnd: () => virtual.scrollToIndex(items.length - 1, { align: 'end' }),
    scrollToKey: (key) => {
      const index = items.findIndex((item) => keyOf(item) === key)
      if (index >= 0) virtual.scrollToIndex(index, { align: 'center' })
    },
    focus: () => scroller.current?.focus(),
  }))

  function moveTo(index: number): void {
    const item = items[Math.max(0, Math.min(items.length - 1, index))]
    if (item === undefined) return
    setActiveKey(keyOf(item))
    onMove?.(item)
    virtual.scrollToIndex(items.indexOf(item))
  }

  function handleKeyDown(event: React.KeyboardEvent): void {
    if (event.target !== event.currentTarget) return
    const page = Math.max(1, virtual.getVirtualItems().length - 2 * overscan)
    const targets: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current < 0 ? 0 : current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: items.length - 1,
    }
    const step = tree ? treeKey(event.key, items, current, tree) : null
    if (step === 'done') {
      event.preventDefault()
      return
    }
    const target = step ?? targets[event.key]
    if (target !== undefined) {
      event.preventDefault()
      moveTo(target)
    } else if (event.key === 'Enter') {
      const item = items[current]
      if (item !== undefined) onOpen?.(item)
    }
  }

  function handleScroll(): void {
    const element = scroller.current
    if (!element || !onScroll) return
    onScroll(element.scrollHeight - element.scrollTop - element.clientHeight < endTolerancePx)
  }

  return (
    <div className={classes.frame}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: its role is one of two */}
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: its role is one of two */}
      <div
        ref={scroller}
        className={classes.scroller}
        role={tree ? 'treegrid' : 'grid'}
        tabIndex={0}
        aria-label={label}
        aria-rowcount={items.length}
        aria-activedescendant={current < 0 ? undefined : `${id}-${current}`}
        onKeyDown={handleKeyDown}
        onScroll={handleScroll}
      >
        <div style={minWidth === undefined ? undefined : { minWidth }}>
          {header !== undefined && <div className={classes.header}>{header}</div>}
          <div className={classes.rows} style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, key, start, size }) => {
              const item = items[index]
              if (item === undefined) return null
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the grid listens to the keys
                <div
                  key={key}
                  id={`${id}-${index}`}
                  role="row"
                  aria-rowindex={index + 1}
                  aria-selected={index === current}
                  aria-level={tree ? tree.levelOf(item) + 1 : undefined}
                  aria-expanded={tree?.isExpanded(item) ?? undefined}
                  className={classes.row}
                  data-openable={onOpen !== undefined}
                  style={{ height: size, transform: `translateY(${start}px)` }}
                  onClick={() => {
                    setActiveKey(keyOf(item))
                    onOpen?.(item)
                  }}
                >
                  {renderRow(item, index)}
                </div>
              )
            })}
          </div>
        </div>
      </div>
    </div>
  )
}
