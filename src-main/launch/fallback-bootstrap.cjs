// Stands in for Electron's own default app (which the fallback distribution lacks): starts the app folder given as the
// first plain argument. Copied to resources/app/main.js of the cached runtime; no part of what ships.
const Module = require('node:module')
const path = require('node:path')
// biome-ignore lint/style/noRestrictedImports: it stands in for a part of Electron itself
const { app } = require('electron')

const folder = path.resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.')
const manifest = require(path.join(folder, 'package.json'))

// better-sqlite3 13 needs Node-API 10, which this Electron lacks; a build for it lies beside this file.
const original = Module._resolveFilename
Module._resolveFilename = function resolve(request, ...rest) {
  const bundled = request === 'better-sqlite3' ? path.join(__dirname, 'node_modules/better-sqlite3') : request
  return original.call(this, bundled, ...rest)
}

process.defaultApp = true
app.setName(manifest.productName ?? manifest.name)
app.setVersion(manifest.version)
app.setAppPath(folder)
require(path.join(folder, manifest.main))
