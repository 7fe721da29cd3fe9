import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isRoot, LaunchError, projectNode, root, run, say, toolEnv } from './context.mjs'
import { fallbackFolder, installFallback, isFallbackReady, refreshBootstrap } from './fallback-electron.mjs'

/**
 * @typedef {'override' | 'installed' | 'cachedFallback' | 'download' | 'installFallback'} Step
 * @typedef {{ platform: string, arch: string, override: boolean, installed: boolean, fallbackReady: boolean,
 *   downloadAllowed: boolean }} Facts
 * @typedef {{ executable: string, folder: string, kind: 'override' | 'official' | 'fallback' }} Runtime
 */

/**
 * Decides which ways to an Electron are tried, in order. A fallback that is already there comes before a download, so
 * that only the first start without Electron's own server pays for finding that out.
 * @param {Facts} facts
 * @returns {Step[]}
 */
export function runtimeSteps(facts) {
  if (facts.override) return ['override']
  if (facts.installed) return ['installed']
  const hasFallback = facts.platform === 'linux' && facts.arch === 'x64'
  if (hasFallback && facts.fallbackReady) return ['cachedFallback']
  /** @type {Step[]} */
  const steps = []
  if (facts.downloadAllowed) steps.push('download')
  if (hasFallback) steps.push('installFallback')
  return steps
}

/**
 * Path of the executable inside an Electron distribution.
 * @param {string} platform
 */
export function executableIn(platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/** What Electron must be told on this machine; root alone loses the sandbox, which Chromium refuses to root. */
export function electronArgs(root = isRoot) {
  return root ? ['--no-sandbox'] : []
}

/**
 * Finds an Electron and, where none is, brings one.
 * @returns {Promise<Runtime>}
 * @throws {LaunchError} when there is none to be had, with what to set.
 */
export async function ensureElectron() {
  const official = path.join(root, 'node_modules/electron/dist')
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const steps = runtimeSteps({
    platform: process.platform,
    arch: process.arch,
    override: Boolean(override),
    installed: isOfficialInstalled(official),
    fallbackReady: isFallbackReady(),
    downloadAllowed: !process.env.ELECTRON_SKIP_BINARY_DOWNLOAD,
  })
  for (const step of steps) {
    if (step === 'override') return overrideRuntime(path.resolve(override ?? ''))
    if (step === 'installed') return runtime(official, 'official')
    if (step === 'download' && (await downloadOfficial())) return runtime(official, 'official')
    if (step === 'installFallback') await installFallback()
    if (step === 'cachedFallback' || step === 'installFallback') {
      await refreshBootstrap()
      return runtime(fallbackFolder(), 'fallback')
    }
  }
  throw new LaunchError(
    'No Electron could be downloaded (its server, github.com, cannot be reached from here).',
    'Set ELECTRON_MIRROR to a mirror of its releases, for example https://npmmirror.com/mirrors/electron/ or that of your company, and start again; or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an Electron you have.',
  )
}

/** @param {string} folder @param {Runtime['kind']} kind @returns {Runtime} */
function runtime(folder, kind) {
  return { executable: path.join(folder, executableIn(process.platform)), folder, kind }
}

/** @param {string} folder */
function overrideRuntime(folder) {
  const found = runtime(folder, isFallbackReady(folder) ? 'fallback' : 'override')
  if (existsSync(found.executable)) return found
  throw new LaunchError(
    `ELECTRON_OVERRIDE_DIST_PATH is ${folder}, but ${executableIn(process.platform)} is not in it.`,
    'Point it to an unpacked Electron distribution, or unset it.',
  )
}

/** @param {string} folder */
function isOfficialInstalled(folder) {
  try {
    const { version } = JSON.parse(readFileSync(path.join(folder, '../package.json'), 'utf8'))
    const installed = readFileSync(path.join(folder, 'version'), 'utf8').trim().replace(/^v/, '')
    return installed === version && existsSync(path.join(folder, executableIn(process.platform)))
  } catch {
    return false
  }
}

async function downloadOfficial() {
  if (!(await isServerReachable())) {
    say("Electron's own download server cannot be reached from here.")
    return false
  }
  say('Downloading Electron (about 120 MB, once) …')
  const { code, output } = await run(projectNode(), [path.join(root, 'node_modules/electron/install.js')], {
    capture: true,
    env: toolEnv(),
  })
  if (code === 0) return true
  say(`Electron's own download failed: ${/^.*error.*$/im.exec(output)?.[0] ?? output.trim().split('\n')[0]}`)
  return false
}

/** A blocked network often swallows packets, and the downloader itself would wait for minutes. */
async function isServerReachable() {
  const { ELECTRON_MIRROR, npm_config_electron_mirror, HTTPS_PROXY, https_proxy } = process.env
  // A proxy or mirror may reach what we cannot see: let the downloader try.
  if (ELECTRON_MIRROR || npm_config_electron_mirror || HTTPS_PROXY || https_proxy) return true
  try {
    await fetch('https://github.com/electron/electron/releases', { method: 'HEAD', signal: AbortSignal.timeout(8000) })
    return true
  } catch {
    return false
  }
}
