/** What of a list of lines is in view, for lists longer than an element can be high. */
export interface LineWindow {
  /** Of the element that scrolls, in pixels. */
  height: number
  first: number
  /** Where the first line is drawn, in pixels from the top of the element. */
  top: number
}

/** Browsers draw no element that is much higher. */
const highest = 15_000_000

/**
 * Maps a scroll position to lines. Beyond the greatest height of an element one pixel of scrolling is worth several of
 * lines, so that the whole log can still be reached.
 */
export function lineWindow(count: number, rowHeight: number, view: number, scrollTop: number): LineWindow {
  const total = count * rowHeight
  const height = Math.min(total, highest)
  const scale = height > view ? (total - view) / (height - view) : 1
  const at = Math.max(0, Math.min(scrollTop * scale, total - view))
  const first = Math.max(0, Math.floor(at / rowHeight))
  return { height, first, top: scrollTop - (at - first * rowHeight) }
}

/** The scroll position that has a line a third down the view. */
export function scrollTopOf(line: number, count: number, rowHeight: number, view: number): number {
  const total = count * rowHeight
  const height = Math.min(total, highest)
  const scale = height > view ? (total - view) / (height - view) : 1
  return Math.max(0, Math.min(height - view, (line * rowHeight - view / 3) / scale))
}
