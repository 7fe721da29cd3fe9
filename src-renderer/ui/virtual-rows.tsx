import { useVirtualizer } from '@tanstack/react-virtual'
import { type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react'
import classes from './virtual-rows.module.css'

/** What the owner of a list can make it do. */
export interface RowsHandle {
  scrollToEnd: () => void
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
  handle?: Ref<RowsHandle>
}

const overscan = 12
const endTolerancePx = 24

/** A list of any length: only the rows in view exist. Arrows move, Enter opens; the list keeps the focus. */
export function VirtualRows<T>(props: VirtualRowsProps<T>) {
  const { label, items, keyOf, rowHeight, renderRow, onOpen, onMove, selectedKey, header, minWidth, onScroll } = props
  const scroller = useRef<HTMLDivElement>(null)
  const id = useId()
  const [activeKey, setActiveKey] = useState<string | null>(null)
  const currentKey = selectedKey === undefined ? activeKey : selectedKey
  const current = currentKey === null ? -1 : items.findIndex((item) => keyOf(item) === currentKey)
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const item = items[index]
      return typeof rowHeight === 'number' || item === undefined ? Number(rowHeight) || 0 : rowHeight(item)
    },
    getItemKey: (index) => {
      const item = items[index]
      return item === undefined ? index : keyOf(item)
    },
    overscan,
  })
  // Rows whose heights differ are measured anew when the rows are others.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the items are the reason
  useEffect(() => virtual.measure(), [items, virtual])

  useImperativeHandle(props.handle, () => ({
    scrollToEnd: () => virtual.scrollToIndex(items.length - 1, { align: 'end' }),
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
    const target = targets[event.key]
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
      <div
        ref={scroller}
        className={classes.scroller}
        role="grid"
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
