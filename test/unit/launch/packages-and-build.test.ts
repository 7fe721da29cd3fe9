import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sourceStamp } from '../../../src-main/launch/build.mjs'
import { isLockIncomplete, missingPackages } from '../../../src-main/launch/ensure-packages.mjs'

describe('missing packages', () => {
  const wanted = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/zod': { version: '4.6.7' },
      'node_modules/a/node_modules/b': { version: '1.0.0' },
      'node_modules/fsevents': { version: '2.3.3', optional: true },
    },
  }

  it('are all but the optional ones when nothing is installed', () => {
    expect(missingPackages(wanted, undefined)).toEqual(['zod', 'a/node_modules/b'])
  })

  it('are none when every version is there, whatever lies beside', () => {
    const installed = {
      packages: {
        'node_modules/zod': { version: '4.6.7' },
        'node_modules/a/node_modules/b': { version: '1.0.0' },
        'node_modules/other': { version: '9.0.0' },
      },
    }
    expect(missingPackages(wanted, installed)).toEqual([])
  })

  it('are those of another version', () => {
    const installed = { packages: { ...wanted.packages, 'node_modules/zod': { version: '4.0.0' } } }
    expect(missingPackages(wanted, installed)).toEqual(['zod'])
  })
})

it('only a lock that lacks entries is completed by npm; other failures of npm ci stand', () => {
  expect(isLockIncomplete('npm error code EUSAGE\nnpm error Missing: @x/darwin-x64@ from lock file\n')).toBe(true)
  expect(isLockIncomplete('npm error code EUSAGE\nnpm error Invalid: lock file has a@1\n')).toBe(false)
  expect(isLockIncomplete('npm error code EINTEGRITY\n')).toBe(false)
})

describe('stamp of the sources', () => {
  let folder = ''
  const stamp = () => sourceStamp(folder, ['src', 'package.json', 'not-there'])

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'fieldacs-stamp-'))
    mkdirSync(path.join(folder, 'src/deep'), { recursive: true })
    writeFileSync(path.join(folder, 'src/deep/a.ts'), 'one')
    writeFileSync(path.join(folder, 'package.json'), '{}')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('stays while nothing changes, outside files included', () => {
    const before = stamp()
    writeFileSync(path.join(folder, 'README.md'), 'text')
    expect(stamp()).toBe(before)
  })

  it.each<[string, () => void]>([
    ['a size', () => writeFileSync(path.join(folder, 'src/deep/a.ts'), 'three')],
    ['a change time', () => utimesSync(path.join(folder, 'src/deep/a.ts'), 1, 1)],
    ['a new file', () => writeFileSync(path.join(folder, 'src/b.ts'), '')],
    ['a removed file', () => rmSync(path.join(folder, 'src/deep/a.ts'))],
    ['a single file', () => writeFileSync(path.join(folder, 'package.json'), '{"a":1}')],
  ])('changes with %s', (_name, change) => {
    const before = stamp()
    change()
    expect(stamp()).not.toBe(before)
  })
})
