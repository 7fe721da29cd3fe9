import { readFileSync } from 'node:fs'
import { isRoot, LaunchError, run, say } from './context.mjs'

/**
 * @typedef {'libraries' | 'fonts' | 'xvfb'} Need
 * @typedef {{ id: string, like: string[], version: number }} Distribution
 */

/** @type {Record<string, { command: string, packages: Record<Need, string[]> }>} */
const managers = {
  debian: {
    command: 'apt-get install -y --no-install-recommends',
    packages: {
      libraries: ['libnss3', 'libgtk-3-0', 'libgbm1', 'libasound2', 'libxss1', 'libatk-bridge2.0-0'],
      fonts: ['fonts-noto-cjk', 'fontconfig'],
      xvfb: ['xvfb'],
    },
  },
  fedora: {
    command: 'dnf install -y',
    packages: {
      libraries: ['nss', 'gtk3', 'mesa-libgbm', 'alsa-lib', 'libXScrnSaver', 'at-spi2-atk'],
      fonts: ['google-noto-sans-cjk-fonts'],
      xvfb: ['xorg-x11-server-Xvfb'],
    },
  },
  arch: {
    command: 'pacman -S --needed --noconfirm',
    packages: {
      libraries: ['nss', 'gtk3', 'mesa', 'alsa-lib', 'libxss', 'at-spi2-core'],
      fonts: ['noto-fonts-cjk'],
      xvfb: ['xorg-server-xvfb'],
    },
  },
}

/**
 * Reads the text of /etc/os-release.
 * @param {string} text
 * @returns {Distribution}
 */
export function parseOsRelease(text) {
  const fields = new Map([...text.matchAll(/^([A-Z_]+)="?([^"\n]*)"?$/gm)].map(([, key, value]) => [key, value ?? '']))
  return {
    id: fields.get('ID') ?? '',
    like: (fields.get('ID_LIKE') ?? '').split(' ').filter(Boolean),
    version: Number.parseFloat(fields.get('VERSION_ID') ?? '') || 0,
  }
}

/**
 * The command that installs what is needed, or undefined for a distribution we do not know.
 * @param {Distribution} distribution
 * @param {Need[]} needs
 * @returns {string | undefined}
 */
export function installCommand(distribution, needs) {
  const manager = [distribution.id, ...distribution.like].map((name) => managers[name]).find(Boolean)
  if (!manager) return undefined
  const packages = needs.flatMap((need) => manager.packages[need]).map((name) => renamed(name, distribution))
  return `${manager.command} ${packages.join(' ')}`
}

/**
 * The 64-bit time_t change renamed libraries in Debian 13 and Ubuntu 24.04.
 * @param {string} name @param {Distribution} distribution
 */
function renamed(name, { id, version }) {
  const isNew = (id === 'debian' && version >= 13) || (id === 'ubuntu' && version >= 24)
  return isNew && ['libgtk-3-0', 'libasound2', 'libatk-bridge2.0-0'].includes(name) ? `${name}t64` : name
}

/**
 * Names the libraries that `ldd` could not find.
 * @param {string} output of ldd
 */
export function missingLibraries(output) {
  return [...output.matchAll(/^\s*(\S+) => not found$/gm)].map(([, name]) => name ?? '')
}

/** @param {string} command @param {string[]} args */
function outputOf(command, args) {
  return run(command, args, { capture: true }).catch(() => ({ code: 127, output: '' }))
}

/**
 * @param {string} executable
 * @param {Need[]} wanted
 * @returns {Promise<Need[]>}
 */
async function findMissing(executable, wanted) {
  /** @type {Record<Need, () => Promise<boolean>>} */
  const isMissing = {
    libraries: async () => missingLibraries((await outputOf('ldd', [executable])).output).length > 0,
    fonts: async () => (await outputOf('fc-list', [':lang=zh', 'family'])).output.trim() === '',
    xvfb: async () => (await outputOf('Xvfb', ['-help'])).code === 127,
  }
  const missing = await Promise.all(wanted.map((need) => isMissing[need]()))
  return wanted.filter((_, index) => missing[index])
}

/**
 * Makes sure that Electron finds its system libraries (and, if wanted, a Chinese font and Xvfb). As root on Debian or
 * Ubuntu it installs them and says so; otherwise it names the line to run. Does nothing outside Linux.
 * @param {string} executable of Electron
 * @param {Need[]} wanted
 * @throws {LaunchError} when something Electron cannot start without is missing and was not installed; a missing font is only told.
 */
export async function ensureSystemLibraries(executable, wanted) {
  if (process.platform !== 'linux') return
  const missing = await findMissing(executable, wanted)
  if (missing.length === 0) return
  const command = installCommand(parseOsRelease(readOsRelease()), missing)
  if (isRoot && command?.startsWith('apt-get')) {
    say(`Installing missing system packages: ${command}`)
    await aptGet(command)
    return
  }
  const remedy = command ? `Run: sudo ${command}` : `Install with your package manager: ${missing.join(', ')}.`
  if (missing.every((need) => need === 'fonts')) {
    say(`No Chinese font is installed, so Chinese text will show as boxes. ${remedy}`)
    return
  }
  throw new LaunchError(`This machine lacks what Electron needs (${missing.join(', ')}).`, remedy)
}

function readOsRelease() {
  try {
    return readFileSync('/etc/os-release', 'utf8')
  } catch {
    return ''
  }
}

/** @param {string} command */
async function aptGet(command) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const update = await run('apt-get', ['update'], { capture: true, env })
  const install = await run('sh', ['-c', command], { capture: true, env })
  if (install.code === 0) return
  throw new LaunchError(
    `apt-get failed: ${(update.code === 0 ? install : update).output.trim().split('\n').slice(-3).join(' ')}`,
    `Run: ${command}`,
  )
}
