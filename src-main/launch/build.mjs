import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { LaunchError, projectNode, root, run, say, toolEnv } from './context.mjs'

const inputs = ['shared', 'src-main', 'src-renderer', 'package.json', 'package-lock.json', 'electron.vite.config.ts']
const stampFile = path.join(root, 'out/.built-from')

/**
 * Hashes names, sizes and change times of all files under `entries`: some milliseconds where reading them would be many.
 * @param {string} base
 * @param {string[]} entries files or folders below `base`; those that do not exist count as absent
 */
export function sourceStamp(base, entries) {
  const hash = createHash('sha256')
  for (const entry of entries) {
    const stats = statSync(path.join(base, entry), { throwIfNoEntry: false })
    if (!stats) continue
    const files = stats.isDirectory() ? filesBelow(path.join(base, entry)) : [path.join(base, entry)]
    for (const file of files) {
      const { size, mtimeMs } = statSync(file)
      hash.update(`${path.relative(base, file)}\0${size}\0${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}

/** @param {string} folder @returns {string[]} */
function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}

function isBuilt() {
  try {
    return readFileSync(stampFile, 'utf8') === sourceStamp(root, inputs)
  } catch {
    return false
  }
}

/**
 * Builds main, preload and renderer into out/, unless what is there was built from the sources as they are.
 * @throws {LaunchError} when the build fails; the builder's own output has then been printed.
 */
export async function ensureBuilt() {
  if (isBuilt()) return
  // The stamp goes first and comes last: a killed build is never taken for a whole one.
  rmSync(stampFile, { force: true })
  const stamp = sourceStamp(root, inputs)
  say('Building …')
  const builder = path.join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  const { code } = await run(projectNode(), [builder, 'build', '--logLevel', 'warn'], { env: toolEnv() })
  if (code !== 0) throw new LaunchError('The build failed, see above.', 'Mend what it names and start again.')
  writeFileSync(stampFile, stamp)
}
