/**
 * How long a box that informs needs to appear on the screen: from the first byte of its Inform to the row in the window.
 * Goal: 100 ms. Run after a build, with a display: `npm run build && node test/bench/appear.bench.ts [boxes]`.
 */

import { launchApp } from '../e2e/electron-app.ts'
import { ForeignBox } from '../support/foreign-box.ts'

const boxes = Number(process.argv[2] ?? 30)

const app = await launchApp({ args: ['--acs-port', '0'], locale: 'en-US' })
try {
  const acsUrl = await app.page
    .getByText(/^http:\/\/127\.0\.0\.1:\d+\/acs$/)
    .first()
    .innerText()
  const times: number[] = []
  for (let n = 0; n < boxes; n += 1) {
    const serialNumber = `APPEAR${String(n).padStart(4, '0')}`
    const shown = app.page.evaluate(seenAt, serialNumber)
    // The watcher must stand before the box comes.
    await app.page.evaluate(() => new Promise(requestAnimationFrame))
    const startedAt = performance.timeOrigin + performance.now()
    await new ForeignBox({ acsUrl, serialNumber, values: {} }).inform()
    times.push((await shown) - startedAt)
  }
  times.sort((a, b) => a - b)
  const at = (share: number): string => `${(times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(0)} ms`
  console.log(`${boxes} boxes: median ${at(0.5)}, p95 ${at(0.95)}, slowest ${at(1)} from Inform to row`)
} finally {
  await app.close()
}

/** Runs in the window: when the text was first in the document, in milliseconds since the epoch. */
function seenAt(text: string): Promise<number> {
  const isThere = (): boolean => document.body.textContent?.includes(text) ?? false
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!isThere()) return
      observer.disconnect()
      resolve(performance.timeOrigin + performance.now())
    })
    observer.observe(document.body, { childList: true, subtree: true, characterData: true })
  })
}
