import { spawn } from 'node:child_process'
import path from 'node:path'
import { ensureBuilt } from './build.mjs'
import { isRoot, projectNode, root, runMain, say, toolEnv } from './context.mjs'
import { electronArgs, ensureElectron } from './electron-runtime.mjs'
import { ensurePackages } from './ensure-packages.mjs'
import { startHeadless } from './headless.mjs'
import { sandboxAdvice } from './sandbox-advice.mjs'
import { superviseChild } from './supervise.mjs'
import { ensureSystemLibraries } from './system-libraries.mjs'

/** True when windows can be opened here. */
function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** `npm start`: brings all that is missing, builds if sources changed, opens the window; resolves to its exit code. */
async function start() {
  const args = process.argv.slice(2)
  const isDev = args[0] === '--dev'
  if (isDev) args.shift()
  if (!hasDisplay()) {
    say(
      'No display here (DISPLAY and WAYLAND_DISPLAY are not set): starting without a window, as "npm run headless" does.',
    )
    return startHeadless(args)
  }
  await ensurePackages()
  const electron = await ensureElectron()
  await ensureSystemLibraries(electron.executable, ['libraries', 'fonts'])
  if (isRoot) say('Running as root: Electron starts with --no-sandbox, which Chromium demands of root.')
  const advice = sandboxAdvice()
  if (advice) say(advice)
  if (isDev) return superviseChild(startDevServer(electron.executable, args))
  await ensureBuilt()
  return superviseChild(spawn(electron.executable, [...electronArgs(), root, ...args], { stdio: 'inherit' }))
}

/** @param {string} executable @param {string[]} args */
function startDevServer(executable, args) {
  const builder = path.join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  const sandbox = isRoot ? ['--noSandbox'] : []
  return spawn(projectNode(), [builder, ...sandbox, '--', ...args], {
    cwd: root,
    stdio: 'inherit',
    env: toolEnv({ ELECTRON_EXEC_PATH: executable }),
  })
}

await runMain(start)
