/**
 * The parameter explorer in the real app with a gateway of 20,000 parameters: frames per second while the whole tree is
 * scrolled, and the time from a key stroke in the search to the painted answer. Goals: 55 frames a second, 100 ms.
 * Run after a build, with a display: `npm run build && node test/bench/explorer-ui.bench.ts [parameters]`.
 */

import { launchApp } from '../e2e/electron-app.ts'
import { call } from '../e2e/steps.ts'

const parameters = Number(process.argv[2] ?? 20_000)
const words = ['m', 'ma', 'mac', 'mac a', 'host 17', 'zzz', 'address', 'ssid', '192.168', 'enable']

const app = await launchApp({ args: ['--acs-port', '0'], locale: 'en-US' })
try {
  const { page } = app
  await call(page, 'settings.set', { adapter: { name: 'lo', address: '127.0.0.1' } })
  await call(page, 'virtual.start', { kind: 'gateway', parameters })
  await page.getByRole('navigation').getByRole('button', { name: 'Parameters' }).click()
  await page.getByRole('main').getByRole('button').filter({ hasText: 'Managed' }).click({ timeout: 30_000 })
  const readAt = Date.now()
  await page.getByRole('button', { name: 'Read everything' }).click()
  await page.getByText('Only a part of this box is known').waitFor({ state: 'detached', timeout: 300_000 })
  console.log(`read and shown in ${((Date.now() - readAt) / 1000).toFixed(1)} s`)
  await page.waitForTimeout(2000)
  // A filter that leaves everything opens the whole tree.
  await page.getByRole('searchbox').fill('device')
  await page.waitForTimeout(1500)
  console.log(`shown: ${await page.getByTestId('count').innerText()}`)

  const frames = await page.evaluate(scroll, 5000)
  const sorted = [...frames].sort((a, b) => a - b)
  const total = frames.reduce((sum, one) => sum + one, 0)
  console.log(
    `scrolling: ${((frames.length * 1000) / total).toFixed(1)} frames per second, ` +
      `p95 ${at(sorted, 0.95)}, slowest ${at(sorted, 1)}`,
  )

  const answers: number[] = []
  for (const word of words) {
    // From a blank field, so that the count always changes.
    await page.getByRole('searchbox').fill('')
    await page.getByText(/parameters$/).waitFor()
    answers.push(await page.evaluate(search, word))
  }
  answers.sort((a, b) => a - b)
  console.log(`search: median ${at(answers, 0.5)}, p95 ${at(answers, 0.95)}, slowest ${at(answers, 1)}`)
} finally {
  await app.close()
}

function at(sorted: number[], share: number): string {
  return `${(sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(0)} ms`
}

/** Runs in the window: scrolls down in steps of a wheel notch for so long; the times between frames. */
function scroll(ms: number): Promise<number[]> {
  const element = document.querySelector('[role=treegrid]')
  const times: number[] = []
  return new Promise((resolve) => {
    const startedAt = performance.now()
    let last = startedAt
    const step = (now: number): void => {
      if (now > last) times.push(now - last)
      last = now
      if (element) element.scrollTop += 100
      if (now - startedAt < ms) requestAnimationFrame(step)
      else resolve(times.slice(1))
    }
    requestAnimationFrame(step)
  })
}

/** Runs in the window: types a text at once; the time until the new count is painted. */
function search(text: string): Promise<number> {
  const input = document.querySelector<HTMLInputElement>('input[type=search]')
  const count = document.querySelector('[data-testid=count]')
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
  return new Promise((resolve) => {
    const startedAt = performance.now()
    const observer = new MutationObserver(() => {
      observer.disconnect()
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - startedAt)))
    })
    if (count) observer.observe(count, { childList: true, subtree: true, characterData: true })
    setter?.call(input, text)
    input?.dispatchEvent(new Event('input', { bubbles: true }))
  })
}
