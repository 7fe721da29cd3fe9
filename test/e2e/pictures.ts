import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { dictionaries, type Language } from '../../shared/i18n/index.ts'
import { root } from '../../src-main/launch/context.mjs'
import type { LaunchedApp } from './electron-app.ts'

/** How large the window is, and how much its page is enlarged. */
export interface Size {
  name: string
  width: number
  height: number
  zoom: number
}

export const normal: Size = { name: '1280x800', width: 1280, height: 800, zoom: 1 }
export const small: Size = { name: '1024x700', width: 1024, height: 700, zoom: 1 }
export const zoomed: Size = { name: 'zoom-200', width: 1280, height: 800, zoom: 2 }

/** Where pictures are kept to be looked at. */
export const pictureFolder = path.join(root, 'artifacts/screens')

export type SectionId = keyof (typeof dictionaries)['en']['shell']['sections']

/** Opens a section by its name in the language of the window. */
export async function goToSection(page: Page, language: Language, id: SectionId): Promise<void> {
  const name = dictionaries[language].shell.sections[id]
  await page.getByRole('navigation').getByRole('button', { name, exact: true }).click()
}

export async function resize({ app }: LaunchedApp, { width, height, zoom }: Size): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [w, h, factor]) => {
      const window = BrowserWindow.getAllWindows()[0]
      window?.setMinimumSize(100, 100)
      window?.setContentSize(w, h)
      window?.webContents.setZoomFactor(factor)
    },
    [width, height, zoom] as const,
  )
}

/** Nothing may stick out of the window sideways: at 200 % the page scrolls down only. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(excess).toBeLessThanOrEqual(0)
}

/** The window as it is drawn: Playwright's own picture of a zoomed page shows a corner of it. */
export async function picture({ app }: LaunchedApp, file: string): Promise<void> {
  const png = await app.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage()
    return image?.toPNG().toString('base64') ?? ''
  })
  await writeFile(file, Buffer.from(png, 'base64'))
}
