import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { cacheFolder } from '../../../src-main/launch/context.mjs'
import { targetOf, verify } from '../../../src-main/launch/fallback-archive.mjs'
import { fallbackFolder, isFallbackReady, source } from '../../../src-main/launch/fallback-electron.mjs'
import { packConfig } from '../../../src-main/launch/pack-config.mjs'

it.each([
  ['Cypress/Cypress', 'electron'],
  ['Cypress/locales/zh-CN.pak', 'locales/zh-CN.pak'],
  ['Cypress/LICENSE.electron.txt', 'LICENSE.electron.txt'],
  ['Cypress/resources/app/node_modules/bindings/bindings.js', 'resources/app/node_modules/bindings/bindings.js'],
  [
    'Cypress/resources/app/node_modules/better-sqlite3/build/Release/better_sqlite3.node',
    'resources/app/node_modules/better-sqlite3/build/Release/better_sqlite3.node',
  ],
  ['Cypress/', undefined],
  ['Cypress/locales/', undefined],
  ['Cypress/browser_v8_context_snapshot.bin', undefined],
  ['Cypress/resources/app-update.yml', undefined],
  ['Cypress/resources/app/index.js', undefined],
  ['Cypress/resources/app/node_modules/better-sqlite3/node_modules/node-abi/index.js', undefined],
  ['Cypress/resources/app/node_modules/better-sqlite3/src/better_sqlite3.cpp', undefined],
])('of the archive, %s becomes %s', (entry, target) => {
  expect(targetOf(entry)).toBe(target)
})

it('a download is used only when its sha512 is the pinned one', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'fieldacs-verify-'))
  const file = path.join(folder, 'package.tgz')
  writeFileSync(file, 'content')
  const sha512 = createHash('sha512').update('content').digest('base64')
  await expect(verify(file, { ...source, sha512 })).resolves.toBeUndefined()
  writeFileSync(file, 'other content')
  await expect(verify(file, { ...source, sha512 })).rejects.toThrow('sha512 differs')
  rmSync(folder, { recursive: true })
})

it('a folder without its stamp, or with that of another download, is no runtime', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'fieldacs-runtime-'))
  const stamp = (sha512: string) => writeFileSync(path.join(folder, 'fieldacs-stamp.json'), JSON.stringify({ sha512 }))
  writeFileSync(path.join(folder, 'electron'), '')
  expect(isFallbackReady(folder)).toBe(false)
  stamp('another')
  expect(isFallbackReady(folder)).toBe(false)
  stamp(source.sha512)
  expect(isFallbackReady(folder)).toBe(true)
  rmSync(path.join(folder, 'electron'))
  expect(isFallbackReady(folder)).toBe(false)
  rmSync(folder, { recursive: true })
})

it('the cache lies where the environment says', () => {
  expect(cacheFolder({ FIELDACS_CACHE: '/a' })).toBe(path.resolve('/a'))
  expect(cacheFolder({ XDG_CACHE_HOME: '/b' })).toBe(path.join('/b', 'fieldacs'))
  expect(fallbackFolder({ FIELDACS_CACHE: '/a' })).toBe(path.resolve('/a', `electron-${source.electron}-linux-x64`))
})

it('a packed fallback carries the SQLite built for it, in place of the app’s own', () => {
  const config = packConfig({ kind: 'fallback', folder: '/runtime', executable: '/runtime/electron' })
  expect(config).toMatchObject({
    electronVersion: source.electron,
    files: ['!node_modules/better-sqlite3/**'],
    extraResources: [{ to: 'node_modules' }],
  })
})
