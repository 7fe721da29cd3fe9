/// <reference path="../../src-renderer/window.d.ts" />
import type { Page } from 'playwright-core'
import type { CallInput, CallName, CallOutput } from '../../shared/contract.ts'

/** Sections by the names they have in English. */
export type SectionName =
  | 'Start'
  | 'Boxes'
  | 'Reach'
  | 'Read'
  | 'Parameters'
  | 'Provisioning'
  | 'Firmware'
  | 'Trace'
  | 'History'
  | 'Settings'

/** Arguments for every test: free ports, so that tests meet neither each other nor a running app. */
export const freePorts = ['--acs-port', '0']

export async function openSection(page: Page, name: SectionName): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name }).click()
}

/** One call of the contract by the way of the page, for what a test wants to have without clicking for it. */
export async function call<C extends CallName>(page: Page, name: C, input: CallInput<C>): Promise<CallOutput<C>> {
  const reply = await page.evaluate(([callName, params]) => window.fieldacs.invoke(callName as CallName, params), [
    name,
    input,
  ] as const)
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
  return reply.value as CallOutput<C>
}

/** Starts a demo set-top box from the first screen and waits until it can be read. */
export async function startDemoBox(page: Page): Promise<void> {
  await openSection(page, 'Start')
  await page.getByRole('button', { name: 'Start a demo set-top box' }).click()
  await page.getByRole('listitem').filter({ hasText: 'STB-4K200' }).getByText('Managed').waitFor()
}

/** Reads by the guided flow up to the values; `paths` go into the field for own paths. */
export async function readFromBox(
  page: Page,
  { sets = [], paths = [] }: { sets?: string[]; paths?: string[] },
): Promise<void> {
  await openSection(page, 'Read')
  await page.getByRole('button', { name: /^STB-4K200/ }).click()
  for (const set of sets) await page.getByRole('checkbox', { name: set }).check()
  await page.getByRole('textbox', { name: 'Own paths' }).fill(paths.join('\n'))
  await page.getByRole('button', { name: 'Read now' }).click()
  await page.getByRole('heading', { level: 1, name: /^Values of STB-4K200/ }).waitFor()
  await page.getByRole('grid', { name: 'Values' }).waitFor()
}

/** Picks one of a few in a segmented control; its radio buttons are invisible. */
export async function choose(page: Page, control: string, option: string): Promise<void> {
  await page.getByRole('radiogroup', { name: control }).getByText(option, { exact: true }).click()
}

/** Opens the parameters of the demo set-top box and reads all of them. */
export async function exploreBox(page: Page): Promise<void> {
  await openSection(page, 'Parameters')
  await page
    .getByRole('main')
    .getByRole('button', { name: /^STB-4K200/ })
    .click()
  await page.getByRole('button', { name: 'Read everything' }).click()
  await page.getByRole('treegrid', { name: 'Parameter tree' }).getByRole('row', { name: /^Time/ }).waitFor()
  // Names come after the values; then locks are shown.
  await page.getByText('Only a part of this box is known').waitFor({ state: 'detached' })
}

/** Looks for a parameter of the explorer and chooses its row. */
export async function chooseParameter(page: Page, query: string, name: string): Promise<void> {
  await page.getByRole('searchbox').fill(query)
  await page.getByRole('treegrid').getByRole('row').filter({ hasText: name }).click()
  await page.getByRole('complementary', { name: 'Details' }).getByText(name).first().waitFor()
}

/** Types a new value for the chosen parameter and stages it. */
export async function stageValue(page: Page, value: string): Promise<void> {
  const field = page.getByRole('complementary', { name: 'Details' }).getByRole('textbox', { name: 'New value' })
  await field.fill(value)
  await field.press('Enter')
}
