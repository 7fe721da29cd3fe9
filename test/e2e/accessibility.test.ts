import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { dictionaries } from '../../shared/i18n/index.ts'
import { launchApp } from './electron-app.ts'
import { goToSection, type SectionId } from './pictures.ts'
import { call, freePorts, startDemoBox } from './steps.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const sections = Object.keys(dictionaries.en.shell.sections) as SectionId[]

/** What a screen does against WCAG 2 A and AA (names, roles, contrast of 4.5:1 …), a line for each element. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await page.evaluate((): Promise<AxeResults> => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    return axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'] })
  })
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
  )
}

test.each(['light', 'dark'] as const)('every screen can be read and used by all, %s', async (theme) => {
  const { page, close } = await launchApp({ args: freePorts })
  try {
    await call(page, 'settings.set', { language: 'en', theme, adapter: { name: 'lo', address: '127.0.0.1' } })
    await startDemoBox(page)
    await page.evaluate(axe)
    const found: Record<string, string[]> = {}
    const look = async (screen: string) => {
      // What fades in is not yet as dark as it will be.
      await page.waitForTimeout(400)
      const lines = await violations(page)
      if (lines.length > 0) found[screen] = lines
    }
    for (const section of sections) {
      await goToSection(page, 'en', section)
      await look(section)
    }
    await goToSection(page, 'en', 'devices')
    await page.getByRole('row').filter({ hasText: 'STB-4K200' }).click()
    await look('box')
    for (const open of ['Control+k', '?']) {
      await page.keyboard.press(open)
      await look(open)
      await page.keyboard.press('Escape')
    }
    expect(found).toEqual({})
  } finally {
    await close()
  }
})
