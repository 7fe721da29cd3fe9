import { describe, expect, it } from 'vitest'
import { electronArgs, executableIn, runtimeSteps } from '../../../src-main/launch/electron-runtime.mjs'

const bare = {
  platform: 'linux',
  arch: 'x64',
  override: false,
  installed: false,
  fallbackReady: false,
  downloadAllowed: true,
}

describe('order of the search for an Electron', () => {
  it.each([
    ['an override wins over all', { override: true, installed: true, fallbackReady: true }, ['override']],
    ['the installed official one comes next', { installed: true, fallbackReady: true }, ['installed']],
    ['a cached fallback saves asking the network again', { fallbackReady: true }, ['cachedFallback']],
    ['a bare Linux machine tries the official download first', {}, ['download', 'installFallback']],
    ['ELECTRON_SKIP_BINARY_DOWNLOAD leaves the fallback', { downloadAllowed: false }, ['installFallback']],
    ['Windows has no fallback', { platform: 'win32' }, ['download']],
    ['macOS has no fallback', { platform: 'darwin', arch: 'arm64' }, ['download']],
    ['Linux on ARM has no fallback', { arch: 'arm64', fallbackReady: true }, ['download']],
    ['nothing is left without any source', { platform: 'win32', downloadAllowed: false }, []],
  ])('%s', (_name, facts, steps) => {
    expect(runtimeSteps({ ...bare, ...facts })).toEqual(steps)
  })
})

it('names the executable of each system', () => {
  expect(executableIn('linux')).toBe('electron')
  expect(executableIn('win32')).toBe('electron.exe')
  expect(executableIn('darwin')).toContain('Electron.app')
})

it('takes the sandbox from root alone', () => {
  expect(electronArgs(true)).toEqual(['--no-sandbox'])
  expect(electronArgs(false)).toEqual([])
})
