import { lstatSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { LaunchError, npm, root, say } from './context.mjs'

/**
 * @typedef {{ packages: Record<string, { version?: string, optional?: boolean }> }} Lock
 */

/**
 * Names what `wanted` (package-lock.json) asks for and `installed` (node_modules/.package-lock.json) lacks.
 * Optional packages do not count: those for other systems are never installed.
 * @param {Lock} wanted
 * @param {Lock | undefined} installed
 * @returns {string[]}
 */
export function missingPackages(wanted, installed) {
  return Object.entries(wanted.packages)
    .filter(([name, { optional }]) => name !== '' && !optional)
    .filter(([name, { version }]) => installed?.packages[name]?.version !== version)
    .map(([name]) => name.replace(/^node_modules\//, ''))
}

/**
 * @param {string} file
 * @returns {Lock | undefined}
 */
function readLock(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8'))
  } catch {
    return undefined
  }
}

function isLink() {
  return lstatSync(path.join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() ?? false
}

/**
 * Installs the packages when those of package-lock.json are not there; does nothing (some milliseconds) otherwise.
 * @throws {LaunchError} when package-lock.json is missing or npm fails.
 */
export async function ensurePackages() {
  const wanted = readLock('package-lock.json')
  if (!wanted) throw new LaunchError('package-lock.json is missing or damaged.', 'Run: git checkout package-lock.json')
  const missing = missingPackages(wanted, readLock('node_modules/.package-lock.json'))
  if (missing.length === 0) return
  // npm ci would empty the folder that the link points to, which belongs to another checkout.
  if (isLink()) {
    throw new LaunchError(
      `node_modules is a link and lacks ${missing[0]} (${missing.length} in all).`,
      'Run npm ci in the folder that the link points to, or remove the link.',
    )
  }
  say('Installing packages from the npm registry (about a minute the first time) …')
  const code = await install()
  if (code !== 0) {
    throw new LaunchError(
      `npm could not install the packages (exit code ${code}), see above.`,
      'Check the network, and "npm config get registry" if your company mirrors npm; then start again.',
    )
  }
}

async function install() {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  const exact = await npm(['ci', ...quiet], { capture: true })
  if (exact.code === 0) return 0
  if (!isLockIncomplete(exact.output)) {
    process.stderr.write(exact.output)
    return exact.code
  }
  say('package-lock.json does not name every package for this system; npm looks up the missing ones.')
  return (await npm(['install', '--no-save', ...quiet])).code
}

/**
 * True when `npm ci` refused for want of lock entries. A lock made against a registry that lacks some systems' binaries has
 * no entries for them, and `npm ci` then refuses on every system, though all that this one needs may be there.
 * @param {string} output of npm
 */
export function isLockIncomplete(output) {
  return output.includes('EUSAGE') && /Missing: \S+ from lock file/.test(output)
}
