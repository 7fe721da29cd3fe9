import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type LaunchedApp, launchApp } from './electron-app.ts'
import { call, freePorts, openSection } from './steps.ts'

let launched: LaunchedApp
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fieldacs-models-'))
  launched = await launchApp({ args: freePorts })
})
afterEach(async () => {
  await launched.close()
  await rm(folder, { recursive: true, force: true })
})

const document = (body: string) =>
  `<dm:document xmlns:dm="urn:broadband-forum-org:cwmp:datamodel-1-4">${body}</dm:document>`
const types = document(
  '<dataType name="Small"><unsignedInt><range minInclusive="1" maxInclusive="9"/></unsignedInt></dataType>',
)
const model = document(`
  <import file="acme-types.xml"><dataType name="Small"/></import>
  <model name="Acme:1"><object name="Acme." access="readOnly" minEntries="1" maxEntries="1">
    <parameter name="Rounds" access="readWrite"><description>How often it turns.</description><syntax><dataType ref="Small"/></syntax></parameter>
    <component ref="Nowhere"/>
  </object></model>`)

/** The next file dialog answers with these. */
async function nextChoice(paths: string[]): Promise<void> {
  await launched.app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths })
  }, paths)
}

test('a model that needs another file says which, and is loaded once that is chosen, too', async () => {
  const { page } = launched
  const main = path.join(folder, 'acme.xml')
  const part = path.join(folder, 'parts', 'acme-types.xml')
  await mkdir(path.dirname(part))
  await writeFile(main, model)
  await writeFile(part, types)
  await openSection(page, 'Settings')
  await page.getByRole('button', { name: 'Data models' }).click()
  await page.getByText('No data model is loaded.').waitFor()

  await nextChoice([main])
  await page.getByRole('button', { name: 'Choose files' }).click()
  await page.getByText('acme.xml takes parts from files that are not in its folder: acme-types.xml').waitFor()
  await nextChoice([part])
  await page.getByRole('button', { name: 'Choose the missing files' }).click()
  await page.getByText('Acme:1: 1 parameters, out of acme.xml and acme-types.xml').waitFor()
  await page.getByText('Parts that it names are in none of the files: Nowhere.').waitFor()
  const [found] = await call(page, 'dataModels.lookup', { paths: ['Acme.Rounds'] })
  expect(found?.parameter).toMatchObject({ min: 1, max: 9, about: 'How often it turns.' })

  await nextChoice([part, main])
  await page.getByRole('button', { name: 'Choose files' }).click()
  await page.getByText('acme-types.xml holds parts of Acme:1.').waitFor()
  const list = page.getByRole('list', { name: 'Loaded' })
  expect(await list.getByRole('listitem').count()).toBe(1)
  await page.getByRole('button', { name: 'Remove Acme:1' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await page.getByText('No data model is loaded.').waitFor()
})

test('a file that nobody has chosen is not opened, beside another one neither', async () => {
  const { page } = launched
  const file = path.join(folder, 'acme.xml')
  await writeFile(file, model)
  await expect(call(page, 'dataModels.import', { path: file })).rejects.toThrow('not chosen in the dialog')
  await nextChoice([file])
  await openSection(page, 'Settings')
  await page.getByRole('button', { name: 'Data models' }).click()
  await page.getByRole('button', { name: 'Choose files' }).click()
  await page.getByText('takes parts from files').waitFor()
  await expect(call(page, 'dataModels.import', { path: file, beside: ['/etc/passwd'] })).rejects.toThrow(
    'not chosen in the dialog',
  )
})

test('the explorer leads to the data models, and explains by them what the dictionary does not know', async () => {
  const { page } = launched
  const file = path.join(folder, 'modules.xml')
  await writeFile(
    file,
    document(`<model name="Modules:1"><object name="Device.SoftwareModules.ExecEnv.{i}." access="readOnly">
      <parameter name="Version" access="readOnly"><description>Which release of the environment runs.</description><syntax><string><size maxLength="32"/></string></syntax></parameter>
    </object></model>`),
  )
  await openSection(page, 'Start')
  await page.getByRole('button', { name: 'Start a demo gateway' }).click()
  await page.getByRole('listitem').filter({ hasText: 'Managed' }).first().waitFor()
  await openSection(page, 'Parameters')
  await page.getByRole('main').getByRole('button').filter({ hasText: 'Managed' }).click()
  await page.getByRole('button', { name: 'Read everything' }).click()
  await page.getByText('Only a part of this box is known').waitFor({ state: 'detached', timeout: 30_000 })
  await page.getByRole('textbox', { name: 'Paste a path' }).fill('Device.SoftwareModules.ExecEnv.1.Version')
  await page.keyboard.press('Enter')
  const details = page.getByRole('complementary', { name: 'Details' })
  await nextChoice([file])
  await details.getByRole('button', { name: 'Load a data model…' }).click()
  await page.getByRole('button', { name: 'Choose files' }).click()
  await page.getByText('Modules:1: 1 parameters, out of modules.xml').waitFor()
  await page.getByRole('button', { name: 'Back' }).click()
  await details.getByText('Which release of the environment runs.').waitFor()
  await details.getByText('≤ 32').waitFor()
})
