import { describe, expect, it } from 'vitest'
import type { DataModelInfo, ModelEntry } from '#shared/model/data-model.ts'
import type { KeptTemplate } from '#shared/model/template.ts'
import { temporaryFolder } from '../../support/headless.ts'
import { havePublishedModels, publishedFile } from '../../support/published-models.ts'
import { Bench } from '../flows/support.ts'

describe.skipIf(!havePublishedModels)('loaded data models', () => {
  it('are kept, and say what the dictionary does not', async () => {
    const folder = temporaryFolder()
    const bench = await Bench.open(folder)
    const loaded = await bench.call<DataModelInfo>('dataModels.import', {
      path: publishedFile('tr-181-2-11-0-full.xml'),
    })
    expect(loaded).toMatchObject({ name: 'Device:2.11', objectCount: 472, parameterCount: 3926 })
    await bench.call('dataModels.import', { path: publishedFile('tr-135-1-4-1-cwmp-full.xml') })
    await bench.call('dataModels.import', { path: publishedFile('tr-135-1-4-1-cwmp-full.xml') })
    await bench.app.stop()

    const later = await Bench.open(folder)
    const models = await later.call<DataModelInfo[]>('dataModels.list')
    expect(models.map(({ name }) => name)).toEqual(['Device:2.11', 'STBService:1.4'])
    const paths = ['Device.WiFi.Radio.2.RTSThreshold', 'Device.Services.STBService.1.Enable', 'Device.X_ACME']
    const found = await later.call<ModelEntry[]>('dataModels.lookup', { paths })
    expect(found.map(({ path, model, parameter }) => [path, model, parameter.type])).toEqual([
      [paths[0], 'Device:2.11', 'unsignedInt'],
      [paths[1], 'STBService:1.4', 'boolean'],
    ])
    await later.call('dataModels.remove', { id: models[0]?.id })
    expect(await later.call('dataModels.lookup', { paths: [paths[0]] })).toEqual([])
    await expect(later.call('dataModels.import', { path: '/nowhere.xml' })).rejects.toMatchObject({
      code: 'DATA_MODEL_FILE_UNREADABLE',
    })
  })
})

describe('template files', () => {
  it('travel to another laptop', async () => {
    const bench = await Bench.open()
    await bench.call('templates.save', {
      id: 'base',
      name: 'Base',
      values: [{ path: 'Device.Time.NTPServer1', value: 'a' }],
    })
    await bench.call('templates.save', { id: 'child', name: 'Child', extends: 'base' })
    const { text } = await bench.call<{ text: string }>('templates.export', { ids: ['child'] })
    const other = await Bench.open()
    const imported = await other.call<KeptTemplate[]>('templates.import', { text })
    expect(imported.map(({ id }) => id).sort()).toEqual(['base', 'child'])
    await expect(other.call('templates.remove', { id: 'base' })).rejects.toMatchObject({ code: 'TEMPLATE_IN_USE' })
    await expect(other.call('templates.save', { id: 'ready.wifi', name: 'x' })).rejects.toMatchObject({
      code: 'TEMPLATE_READY_MADE',
    })
    await expect(other.call('templates.save', { id: 'base', name: 'x', extends: 'child' })).rejects.toMatchObject({
      code: 'TEMPLATE_FILE_INVALID',
    })
    await expect(other.call('templates.import', { text: 'no' })).rejects.toMatchObject({
      code: 'TEMPLATE_FILE_INVALID',
    })
  })
})
