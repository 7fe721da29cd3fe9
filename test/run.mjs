import { rmSync } from 'node:fs'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensureBuilt } from '../src-main/launch/build.mjs'
import { LaunchError, projectNode, root, run, runMain, say, toolEnv } from '../src-main/launch/context.mjs'
import { electronArgs, ensureElectron } from '../src-main/launch/electron-runtime.mjs'
import { ensurePackages } from '../src-main/launch/ensure-packages.mjs'
import { ensureSystemLibraries } from '../src-main/launch/system-libraries.mjs'
import { countOfReport, countOfStep, sumCounts, toLine } from './count.mjs'
import { startDisplay } from './display.mjs'

/** @typedef {import('./count.mjs').Count} Count */

const reports = await mkdtemp(path.join(tmpdir(), 'fieldacs-test-'))

/**
 * Runs a tool that counts as one test.
 * @param {string} name @param {string} script below node_modules @param {string[]} args
 */
async function step(name, script, args) {
  say(name)
  const { code } = await run(projectNode(), [path.join(root, 'node_modules', script), ...args], {
    env: toolEnv(),
    toStdout: true,
  })
  if (code !== 0) say(`${name} failed (exit code ${code})`)
  return countOfStep(code)
}

/**
 * Runs one vitest project; a run that ends without a report counts as one failure.
 * @param {string} project @param {Record<string, string>} env
 */
async function vitest(project, env = {}) {
  say(`Tests: ${project}`)
  const report = path.join(reports, `${project}.json`)
  const script = path.join(root, 'node_modules/vitest/vitest.mjs')
  const args = [
    'run',
    '--project',
    project,
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const { code } = await run(projectNode(), [script, ...args], { env: toolEnv(env), toStdout: true })
  const text = await readFile(report, 'utf8').catch(() => undefined)
  return countOfReport(text, code)
}

async function check() {
  return sumCounts([
    await step('Type-check', 'typescript/bin/tsc', ['-b']),
    await step('Lint', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']),
  ])
}

async function e2e() {
  const { executable } = await ensureElectron()
  await ensureSystemLibraries(executable, ['libraries', 'fonts', 'xvfb'])
  await ensureBuilt()
  const display = await startDisplay()
  try {
    return await vitest('e2e', {
      ...display.env,
      FIELDACS_ELECTRON: executable,
      FIELDACS_ELECTRON_ARGS: electronArgs().join(' '),
    })
  } finally {
    display.stop()
  }
}

/** @type {Record<string, () => Promise<Count>>} */
const parts = { check, unit: () => vitest('unit'), integration: () => vitest('integration'), e2e }

/** A part that could not even start (no runtime, no build) is a failure of its own; the other parts still run. */
async function runPart(/** @type {() => Promise<Count>} */ part) {
  try {
    return await part()
  } catch (error) {
    if (!(error instanceof LaunchError)) console.error(error)
    else say(`${error.message} ${error.remedy}`)
    return countOfStep(1)
  }
}

/** `npm test [-- part …]`: runs all parts or those named; the last line is the sum. Resolves to the exit code. */
async function main() {
  const names = process.argv.slice(2)
  const chosen = names.length > 0 ? names : Object.keys(parts)
  const unknown = chosen.find((name) => !Object.hasOwn(parts, name))
  if (unknown)
    throw new LaunchError(`There is no part called "${unknown}".`, `Parts: ${Object.keys(parts).join(', ')}.`)
  /** @type {Count[]} */
  const counts = []
  const arePackagesThere = await runPart(async () => {
    await ensurePackages()
    return countOfStep(0)
  })
  if (arePackagesThere.failed > 0) counts.push(arePackagesThere)
  else for (const name of chosen) counts.push(await runPart(parts[name] ?? check))
  rmSync(reports, { recursive: true, force: true })
  const sum = sumCounts(counts)
  console.log(toLine(sum))
  return sum.failed > 0 ? 1 : 0
}

await runMain(main)
