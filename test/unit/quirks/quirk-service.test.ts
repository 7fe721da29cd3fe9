import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Device } from '#shared/model/device.ts'
import { quirkTable, standardQuirks } from '#shared/model/quirk.ts'
import { silentLog } from '../../../src-main/log/log.ts'
import { QuirkService } from '../../../src-main/quirks/quirk-service.ts'
import { openStores, type Stores } from '../../../src-main/store/index.ts'
import { temporaryFolder } from '../../support/headless.ts'

const box = { oui: '00E0FC', manufacturer: 'H', productClass: 'EC-1', softwareVersion: 'V9' } as Device
const model = '00E0FC-EC%2D1'
let folder: string
let stores: Stores
let told: string[]
let quirks: QuirkService

function open(): void {
  stores = openStores(folder, null, silentLog)
  told = []
  quirks = new QuirkService({
    records: stores.quirks,
    deviceOf: (id) => (id === 'box' ? box : undefined),
    onChange: ({ name, value, source }) => told.push(`${name}=${value} ${source}`),
    onRemove: (_model, name) => told.push(`${name} gone`),
  })
  quirks.start()
}

beforeEach(() => {
  folder = temporaryFolder()
  open()
})
afterEach(() => stores.close())

describe('quirks', () => {
  it('are the standard where nothing is known', () => {
    expect(quirks.of('box')).toEqual(standardQuirks)
    expect(quirks.of('stranger')).toEqual(standardQuirks)
    for (const { schema, standard } of Object.values(quirkTable)) expect(schema.parse(standard)).toBe(standard)
  })

  it('are learned once, with session and version, and last', () => {
    quirks.learn('box', 'booleanForm', 'word', 's1')
    quirks.learn('box', 'booleanForm', 'word', 's2')
    expect(told).toEqual(['booleanForm=word learned'])
    stores.close()
    open()
    expect(quirks.of('box').booleanForm).toBe('word')
    expect(quirks.list()).toMatchObject([{ model, sessionId: 's1', softwareVersion: 'V9', source: 'learned' }])
  })

  it('set by hand are never unlearned, until they are reset', () => {
    quirks.set(model, 'batchSize', 4)
    quirks.learn('box', 'batchSize', 32, 's1')
    expect(quirks.of('box').batchSize).toBe(4)
    quirks.reset(model, 'batchSize')
    quirks.reset(model, 'batchSize')
    expect(quirks.of('box').batchSize).toBe(64)
    expect(told).toEqual(['batchSize=4 manual', 'batchSize gone'])
  })

  it('learned back to the standard are forgotten', () => {
    quirks.learn('box', 'batchSize', 16, 's1')
    quirks.learn('box', 'batchSize', 64, 's2')
    expect(quirks.list()).toEqual([])
  })

  it.each([
    ['batchSize', 0],
    ['batchSize', 'many'],
    ['booleanForm', 'yes'],
    ['noTransferComplete', 1],
  ] as const)('refuse a value that they do not have: %s %s', (name, value) => {
    expect(() => quirks.set(model, name, value)).toThrow(expect.objectContaining({ code: 'BAD_REQUEST' }))
  })
})
