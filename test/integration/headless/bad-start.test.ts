import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import { type Headless, startHeadless, temporaryFolder } from '../../support/headless.ts'

let app: Headless
afterEach(() => app.process.kill('SIGKILL'))

/** It must not start, must say why with a remedy on both channels, and exit with 1. */
async function expectRefusal(args: string[], code: string): Promise<void> {
  app = await startHeadless(args)
  expect(app.first.error?.data).toMatchObject({ code, remedy: expect.stringMatching(/\w/) })
  expect(await app.exit).toBe(1)
  expect(app.stderr()).toContain(app.first.error?.data?.remedy)
}

describe('headless, started wrongly', () => {
  it('names the port that is in use', async () => {
    const blocker = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => blocker.once('listening', resolve))
    const { port } = blocker.address() as { port: number }
    await expectRefusal(['--acs-port', String(port)], 'PORT_IN_USE')
    blocker.close()
  })

  it('names an address that this machine does not have', () =>
    expectRefusal(['--bind', '203.0.113.7'], 'ADDRESS_NOT_AVAILABLE'))

  it('refuses a port that is none', () => expectRefusal(['--acs-port', 'http'], 'BAD_REQUEST'))

  it('refuses an option that it does not know', () => expectRefusal(['--port', '1'], 'BAD_REQUEST'))

  it('refuses a data folder that is a file', async () => {
    const file = path.join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    await expectRefusal(['--data-dir', file], 'DATA_DIR_UNUSABLE')
  })

  it('leaves a corrupt database as it is', async () => {
    const dataDir = temporaryFolder()
    const file = path.join(dataDir, 'fieldacs.db')
    writeFileSync(file, 'this was a database once'.repeat(400))
    const before = readFileSync(file)
    await expectRefusal(['--data-dir', dataDir], 'DATABASE_CORRUPT')
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('leaves the database of a newer version as it is', async () => {
    const dataDir = temporaryFolder()
    const file = path.join(dataDir, 'fieldacs.db')
    const db = new Database(file)
    db.pragma('user_version = 9999')
    db.close()
    const before = readFileSync(file)
    await expectRefusal(['--data-dir', dataDir], 'DATABASE_NEWER')
    expect(readFileSync(file).equals(before)).toBe(true)
    chmodSync(file, 0o600)
  })

  it('keeps a second app out of its data folder', async () => {
    const dataDir = temporaryFolder()
    const first = await startHeadless(['--data-dir', dataDir])
    await expectRefusal(['--data-dir', dataDir], 'DATA_DIR_IN_USE')
    expect(await first.stop()).toBe(0)
  })
})
