import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createLog, type LogEntry } from '../../../src-main/log/log.ts'
import { type Cipher, createFileCipher, createSecretStore } from '../../../src-main/store/secrets.ts'
import { codeOf, tempFolder, tempStores } from './folders.ts'

function logged() {
  const entries: LogEntry[] = []
  return { entries, log: createLog((entry) => entries.push(entry)) }
}

it('keeps, changes and deletes', () => {
  const { secrets } = tempStores()
  expect(secrets.get('a')).toBeNull()
  secrets.set('a', 'один 密码 🔑')
  secrets.set('b', '')
  expect([secrets.get('a'), secrets.get('b')]).toEqual(['один 密码 🔑', ''])
  secrets.set('a', 'two')
  secrets.delete('b')
  secrets.delete('never there')
  expect([secrets.get('a'), secrets.get('b')]).toEqual(['two', null])
})

it('encrypts the same text differently each time, under a key only the owner can read', () => {
  const dataDir = tempFolder()
  const cipher = createFileCipher(dataDir)
  const [one, two] = [cipher.encrypt('text'), cipher.encrypt('text')]
  expect(one.equals(two)).toBe(false)
  expect(one.includes('text')).toBe(false)
  expect(createFileCipher(dataDir).decrypt(one)).toBe('text')
  if (process.platform !== 'win32') expect(statSync(join(dataDir, 'secret.key')).mode & 0o777).toBe(0o600)
})

it('gives null and a log line, without the secret, for a damaged value', () => {
  const { db } = tempStores()
  const { entries, log } = logged()
  const secrets = createSecretStore(db, createFileCipher(tempFolder()), log)
  const damages = ['zeroblob(0)', 'zeroblob(5)', "value || x'00'", 'substr(value, 1, length(value) - 1)']
  for (const damage of damages) {
    secrets.set('a', 'hidden')
    db.prepare(`UPDATE secrets SET value = CAST(${damage} AS BLOB)`).run()
    expect(secrets.get('a')).toBeNull()
  }
  expect(entries).toHaveLength(damages.length)
  expect(JSON.stringify(entries)).not.toContain('hidden')
})

it('gives null for another key, and takes a new value', () => {
  const { db } = tempStores()
  createSecretStore(db, createFileCipher(tempFolder())).set('a', 'old')
  const { entries, log } = logged()
  const secrets = createSecretStore(db, createFileCipher(tempFolder()), log)
  expect(secrets.get('a')).toBeNull()
  expect(entries).toMatchObject([{ level: 'warn', data: { name: 'a' } }])
  secrets.set('a', 'new')
  expect(secrets.get('a')).toBe('new')
})

it('moves a damaged key file aside and goes on with a new key', () => {
  const dataDir = tempFolder()
  const path = join(dataDir, 'secret.key')
  writeFileSync(path, 'half a k')
  const { entries, log } = logged()
  const cipher = createFileCipher(dataDir, log)
  expect(cipher.decrypt(cipher.encrypt('text'))).toBe('text')
  expect(readFileSync(`${path}.damaged`, 'utf8')).toBe('half a k')
  expect(entries).toHaveLength(1)
})

it('says so where there is no key to encrypt with', () => {
  const cipher = createFileCipher(join(tempFolder(), 'missing'))
  expect(codeOf(() => cipher.encrypt('text'))).toBe('SECRETS_UNAVAILABLE')
})

it('works with any cipher', () => {
  const { db } = tempStores()
  const reversed = (text: string) => [...text].reverse().join('')
  const cipher: Cipher = {
    encrypt: (text) => Buffer.from(reversed(text)),
    decrypt: (encrypted) => reversed(encrypted.toString()),
  }
  const secrets = createSecretStore(db, cipher)
  secrets.set('a', 'abc')
  expect(db.prepare('SELECT value FROM secrets').pluck().get()).toEqual(Buffer.from('cba'))
  expect(secrets.get('a')).toBe('abc')
})
