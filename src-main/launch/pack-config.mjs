import { readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './context.mjs'
import { fallbackModules, source } from './fallback-electron.mjs'

/** @typedef {import('./electron-runtime.mjs').Runtime} Runtime */

/**
 * Adapts electron-builder's config to the runtime found. On the fallback runtime the app's own better-sqlite3 cannot
 * load, so the one built for it lies in resources/node_modules, where `require` looks after the app itself.
 * @param {Runtime} runtime
 */
export function packConfig(runtime) {
  const base = {
    extends: path.join(root, 'electron-builder.yml'),
    electronDist: runtime.folder,
    electronVersion: versionOf(runtime),
  }
  if (runtime.kind !== 'fallback') return base
  return {
    ...base,
    files: ['!node_modules/better-sqlite3/**'],
    extraResources: [{ from: fallbackModules(runtime.folder), to: 'node_modules' }],
  }
}

/** @param {Runtime} runtime */
function versionOf(runtime) {
  if (runtime.kind === 'fallback') return source.electron
  return readFileSync(path.join(runtime.folder, 'version'), 'utf8').trim().replace(/^v/, '')
}
