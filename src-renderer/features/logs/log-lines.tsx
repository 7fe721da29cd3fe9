import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { LogLine, OpenLog } from '#shared/model/log-view.ts'
import { lineWindow, scrollTopOf } from './line-window.ts'
import { LogLineRow } from './log-line-row.tsx'
import classes from './logs.module.css'
import { useLogLines } from './use-log-lines.ts'

const rowHeight = 20
const spare = 6

interface LogLinesProps {
  log: OpenLog
  label: string
  /** The line to be brought into view. */
  target: number | null
  isFollowing: boolean
  onPick: (line: LogLine) => void
}

/** All lines of a log of any size: only those in view exist. */
export function LogLines({ log, label, target, isFollowing, onPick }: LogLinesProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const [view, setView] = useState(400)
  const [scrollTop, setScrollTop] = useState(0)
  const { height, first, top } = lineWindow(log.lineCount, rowHeight, view, scrollTop)
  const count = Math.min(Math.ceil(view / rowHeight) + spare, Math.max(0, log.lineCount - first))
  const lineAt = useLogLines(log.id, first, count, log.lineCount)

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const observer = new ResizeObserver(() => setView(element.clientHeight))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the target is the reason; the log grows without moving it
  useEffect(() => {
    if (target !== null) scroller.current?.scrollTo({ top: scrollTopOf(target, log.lineCount, rowHeight, view) })
  }, [target])

  useEffect(() => {
    if (isFollowing) scroller.current?.scrollTo({ top: height })
  }, [isFollowing, height])

  function handleKeyDown(event: React.KeyboardEvent): void {
    const lines = { ArrowDown: 1, ArrowUp: -1, PageDown: view / rowHeight - 1, PageUp: 1 - view / rowHeight }[event.key]
    if (lines === undefined) return
    event.preventDefault()
    const next = first + lines + view / 3 / rowHeight
    scroller.current?.scrollTo({ top: scrollTopOf(next, log.lineCount, rowHeight, view) })
  }

  return (
    <section
      ref={scroller}
      className={classes.lines}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls is reached by the keyboard
      tabIndex={0}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
      onKeyDown={handleKeyDown}
    >
      <div style={{ height, position: 'relative' }}>
        <div className={classes.window} style={{ transform: `translateY(${Math.max(0, top)}px)` }}>
          {Array.from({ length: count }, (_, index) => first + index).map((number) => (
            <LogLineRow
              key={number}
              number={number}
              line={lineAt(number)}
              words={[]}
              isTarget={number === target}
              onPick={onPick}
            />
          ))}
        </div>
      </div>
    </section>
  )
}
