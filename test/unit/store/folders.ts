import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { ErrorCode } from '#shared/errors.ts'
import { AppError } from '#shared/errors.ts'
import { silentLog } from '../../../src-main/log/log.ts'
import { openStores, type Stores } from '../../../src-main/store/index.ts'

/** A folder that goes away with the test. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fieldacs-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Stores in a fresh folder, closed with the test. */
export function tempStores(dataDir = tempFolder()): Stores {
  const stores = openStores(dataDir, null, silentLog)
  onTestFinished(() => stores.close())
  return stores
}

/** Whether file systems can be mounted here; root obeys no permission bits, so read-only takes a mount. */
export const canMount = process.platform === 'linux' && process.getuid?.() === 0 && tryMount()

function tryMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'fieldacs-mount-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', folder], { stdio: 'ignore' })
    execFileSync('umount', [folder])
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A small file system of its own. */
export function mountedFolder(size: string): { path: string; makeReadOnly(): void; bindReadOnly(file: string): void } {
  const path = join(tempFolder(), 'disk')
  mkdirSync(path)
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path])
  onTestFinished(() => void execFileSync('umount', ['--recursive', path]))
  return {
    path,
    makeReadOnly: () => void execFileSync('mount', ['-o', 'remount,ro', path]),
    bindReadOnly(file) {
      execFileSync('mount', ['--bind', file, file])
      execFileSync('mount', ['-o', 'remount,ro,bind', file])
    },
  }
}

export function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

/** The AppError that `work` throws; fails where it throws none or another. */
export function errorOf(work: () => unknown): AppError {
  try {
    work()
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

export function codeOf(work: () => unknown): ErrorCode {
  return errorOf(work).code
}
