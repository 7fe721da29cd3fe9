import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startHeadless } from '../support/headless.ts'
import { type LaunchedApp, launchApp } from './electron-app.ts'
import { freePorts } from './steps.ts'

let folder: string
let launched: LaunchedApp

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fieldacs-e2e-'))
})
afterEach(async () => {
  await launched.close()
  await rm(folder, { recursive: true, force: true })
})

test('a damaged database is explained in the window and left as it is', async () => {
  const first = await launchApp({ args: freePorts, dataDir: folder })
  await first.page.getByRole('heading', { level: 1 }).waitFor()
  await first.close()
  const file = path.join(folder, 'fieldacs.db')
  const damaged = Buffer.alloc(8192, 'this is no database ')
  await mkdir(folder, { recursive: true })
  await writeFile(file, damaged)

  launched = await launchApp({ args: freePorts, dataDir: folder })
  const { page } = launched
  await page.getByRole('heading', { name: 'FieldACS cannot start' }).waitFor()
  await page.getByRole('alert').getByText('The database is damaged').waitFor()
  await page.getByText('Move the file to another place').waitFor()
  expect(await readFile(file)).toEqual(damaged)
})

test('a data folder that cannot be used is explained in the window', async () => {
  const file = path.join(folder, 'no-folder')
  await writeFile(file, '')
  launched = await launchApp({ args: freePorts, dataDir: path.join(file, 'data') })
  const alert = launched.page.getByRole('alert')
  await alert.getByText('The data folder cannot be used').waitFor()
  await alert.getByText(/--data-dir FOLDER/).waitFor()
})

test('a data folder that headless mode works in is left to it', async () => {
  const headless = await startHeadless(['--data-dir', folder])
  try {
    launched = await launchApp({ args: freePorts, dataDir: folder })
    await launched.page.getByRole('alert').getByText('Another FieldACS uses this data folder').waitFor()
  } finally {
    await headless.stop()
  }
})
