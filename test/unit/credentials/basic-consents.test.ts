import { afterEach, beforeEach, expect, it } from 'vitest'
import type { BasicConsent } from '#shared/model/credential.ts'
import { BasicConsents } from '../../../src-main/credentials/basic-consents.ts'
import { silentLog } from '../../../src-main/log/log.ts'
import { openStores, type Stores } from '../../../src-main/store/index.ts'
import { temporaryFolder } from '../../support/headless.ts'

let folder: string
let stores: Stores
let told: BasicConsent[][]
let consents: BasicConsents

function open(): void {
  stores = openStores(folder, null, silentLog)
  told = []
  consents = new BasicConsents({
    records: stores.basicConsents,
    modelOf: (id) => (id.startsWith('known') ? 'MODEL' : undefined),
    onChange: (all) => told.push(all),
  })
  consents.start()
}

beforeEach(() => {
  folder = temporaryFolder()
  open()
})
afterEach(() => stores.close())

it('is for one box, or for all of a model', () => {
  expect(consents.allows('known-1')).toBe(false)
  consents.allow({ kind: 'device', deviceId: 'other' })
  expect(['known-1', 'other', 'another'].map((id) => consents.allows(id))).toEqual([false, true, false])
  consents.allow({ kind: 'model', model: 'MODEL' })
  expect(['known-1', 'known-2', 'another'].map((id) => consents.allows(id))).toEqual([true, true, false])
})

it('lasts, is kept once, and can be taken back', () => {
  const { id } = consents.allow({ kind: 'device', deviceId: 'x' })
  consents.allow({ kind: 'device', deviceId: 'x' })
  expect(told.at(-1)).toHaveLength(1)
  stores.close()
  open()
  expect(consents.allows('x')).toBe(true)
  consents.revoke(id)
  expect([consents.allows('x'), stores.basicConsents.list()]).toEqual([false, []])
  expect(() => consents.revoke(id)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
})
