import { readFileSync, writeFileSync } from 'node:fs'
import { type BrowserWindow, type Rectangle, screen } from 'electron'
import { z } from 'zod'

const SavedBounds = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  maximized: z.boolean(),
})
export type SavedBounds = z.infer<typeof SavedBounds>

/** Where the window stood last, unless nothing was kept or that screen is gone. */
export function loadBounds(file: string): SavedBounds | null {
  try {
    const bounds = SavedBounds.parse(JSON.parse(readFileSync(file, 'utf8')))
    return screen.getAllDisplays().some((display) => isReachable(bounds, display.workArea)) ? bounds : null
  } catch {
    return null
  }
}

/** Keeps the bounds of a window in a file when it closes. */
export function saveBoundsOnClose(window: BrowserWindow, file: string): void {
  window.on('close', () => {
    const saved: SavedBounds = { ...window.getNormalBounds(), maximized: window.isMaximized() }
    try {
      writeFileSync(file, JSON.stringify(saved))
    } catch {
      // A window that opens in the middle next time is no reason to trouble anyone.
    }
  })
}

/** Enough of the title bar must lie on the screen to take hold of it. */
function isReachable(bounds: Rectangle, area: Rectangle): boolean {
  const grip = 100
  return (
    bounds.x + bounds.width - grip > area.x &&
    bounds.x + grip < area.x + area.width &&
    bounds.y >= area.y &&
    bounds.y + grip < area.y + area.height
  )
}
