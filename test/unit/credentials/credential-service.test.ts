import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CredentialService, generateLogin } from '../../../src-main/credentials/credential-service.ts'
import { silentLog } from '../../../src-main/log/log.ts'
import { openStores, type Stores } from '../../../src-main/store/index.ts'
import { temporaryFolder } from '../../support/headless.ts'

let folder: string
let stores: Stores
let credentials: CredentialService

function open(): void {
  stores = openStores(folder, null, silentLog)
  credentials = new CredentialService({
    records: stores.credentials,
    secrets: stores.secrets,
    modelOf: (id) => (id.startsWith('known') ? 'MODEL' : undefined),
    onChange: () => {},
  })
  credentials.start()
}

beforeEach(() => {
  folder = temporaryFolder()
  open()
})
afterEach(() => stores.close())

const direction = 'connectionRequest' as const

describe('credentials', () => {
  it('of the narrowest scope win, and go by direction', () => {
    credentials.set({ scope: { kind: 'default' }, direction, username: 'd', password: '1' })
    credentials.set({ scope: { kind: 'model', model: 'MODEL' }, direction, username: 'm', password: '2' })
    credentials.set({ scope: { kind: 'device', deviceId: 'known-1' }, direction, username: 'b', password: '3' })
    expect(credentials.forDevice('known-1', direction)).toEqual({ username: 'b', password: '3' })
    expect(credentials.forDevice('known-2', direction)).toEqual({ username: 'm', password: '2' })
    expect(credentials.forDevice('other', direction)).toEqual({ username: 'd', password: '1' })
    expect(credentials.forDevice('known-1', 'acs')).toBeNull()
    expect(credentials.ownOf('known-2', direction)).toBeNull()
  })

  it('last, and are listed without their passwords', () => {
    credentials.set(
      { scope: { kind: 'default' }, direction: 'acs', username: 'u', password: 'very secret' },
      'generated',
    )
    stores.close()
    open()
    expect(credentials.list()).toMatchObject([{ username: 'u', source: 'generated', scope: { kind: 'default' } }])
    expect(JSON.stringify(credentials.list())).not.toContain('very secret')
    expect(credentials.passwordOf('u')).toBe('very secret')
    expect(credentials.passwordOf('v')).toBeNull()
  })

  it('are replaced in place, and deleted with their password', () => {
    const { id } = credentials.set({ scope: { kind: 'default' }, direction, username: 'a', password: '1' })
    credentials.set({ scope: { kind: 'default' }, direction, username: 'b', password: '2' })
    expect(credentials.list()).toHaveLength(1)
    credentials.remove(id)
    expect(credentials.forDevice('x', direction)).toBeNull()
    expect(stores.secrets.get(`credential.${id}`)).toBeNull()
    expect(() => credentials.remove(id)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
  })

  it('are generated long, random and of harmless characters', () => {
    const logins = Array.from({ length: 200 }, generateLogin)
    expect(new Set(logins.map(({ password }) => password)).size).toBe(200)
    for (const { username, password } of logins) {
      expect(username).toMatch(/^acs-[A-Za-z0-9]{8}$/)
      expect(password).toMatch(/^[A-Za-z0-9]{20}$/)
    }
  })
})
