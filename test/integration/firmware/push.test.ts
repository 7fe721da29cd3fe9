import { describe, expect, it } from 'vitest'
import type { FirmwareInput, FirmwareResult } from '#shared/model/firmware-push.ts'
import type { VirtualBoxOptions } from '../../../src-main/virtual-box/options.ts'
import { downloadsIn, newVersion, openBench } from './support.ts'

describe('a push that is proven', () => {
  it('goes the whole way, and says so step by step', async () => {
    const { bench, box, deviceId, rpcs, image } = await openBench()
    const from = box.state.softwareVersion
    const job = await bench.run('firmware', deviceId, { firmwareId: image.id })
    expect(job.error).toBeNull()
    expect(job.result).toMatchObject({
      from,
      to: newVersion,
      verified: true,
      verdict: 'proven',
      explanation: null,
      fault: null,
      transfer: { protocol: 'http', bytes: image.sizeBytes, sizeBytes: image.sizeBytes, requests: 1 },
    })
    expect(job.result.timeline.map(({ step }) => step)).toEqual([
      'versionBefore',
      'downloadSent',
      'downloadAccepted1',
      'transferInProgress',
      'transferTookAll',
      'restarted',
      'reportedSuccess',
      'versionRead',
      'verdict',
    ])
    expect(box.state.softwareVersion).toBe(newVersion)
    expect(downloadsIn(rpcs)).toBe(1)
  })

  const ways: [string, Partial<VirtualBoxOptions>, Partial<FirmwareInput>, Partial<FirmwareResult>][] = [
    ['digest login', {}, { auth: 'digest' }, {}],
    ['basic login', {}, { auth: 'basic' }, {}],
    ['a delay', {}, { delaySeconds: 1 }, {}],
    ['a target name', {}, { targetFileName: 'stb.bin' }, {}],
    ['the fetch before the answer', { quirks: { fetchBeforeResponse: true } }, {}, {}],
    ['the report in the same session', { quirks: { transferCompleteSameSession: true } }, {}, {}],
    ['two fetches', { quirks: { downloadTwice: true } }, {}, {}],
    ['a misspelt answer', { quirks: { stausTypo: true } }, {}, {}],
    ['misspelt events', { quirks: { misspeltEvents: true } }, {}, {}],
    [
      'no report',
      { quirks: { noTransferComplete: true } },
      {},
      { explanation: { code: 'readWithoutReport', params: { fault: 0 } } },
    ],
    ['power lost before the report', { quirks: { losesPowerAt: 'beforeTransferComplete' } }, {}, {}],
    ['CWMP 1.0', { cwmpVersion: '1.0' }, {}, {}],
    ['a gateway', { model: 'gateway181' }, {}, {}],
  ]
  it.each(ways)('with %s', async (_name, options, input, result) => {
    const { bench, deviceId, rpcs, image } = await openBench(options)
    const job = await bench.run('firmware', deviceId, { firmwareId: image.id, verifyTimeoutSeconds: 10, ...input })
    expect(job.error).toBeNull()
    expect(job.result).toMatchObject({ verdict: 'proven', verified: true, to: newVersion, ...result })
    expect(downloadsIn(rpcs)).toBe(1)
  })

  it('learns that a model never reports', async () => {
    const { bench, deviceId, image } = await openBench({ quirks: { noTransferComplete: true } })
    await bench.run('firmware', deviceId, { firmwareId: image.id })
    expect(await bench.call('quirks.list')).toMatchObject([{ name: 'noTransferComplete', value: true }])
  })
})

describe('a push that is not proven', () => {
  const ways: [string, Partial<VirtualBoxOptions>, object, Record<string, unknown>, string][] = [
    [
      'a lie about the version',
      { quirks: { liesAboutVersion: true } },
      {},
      { verdict: 'notApplied', explanation: { code: 'restartedUnchanged' } },
      'FIRMWARE_NOT_APPLIED',
    ],
    [
      'an image that the box does not trust',
      { quirks: { refusesImage: true } },
      {},
      { verdict: 'failed', fault: { code: 9019, by: 'report' }, explanation: { code: 'tookAllUntrusted' } },
      'CWMP_9019',
    ],
    [
      'power lost in the middle of the transfer',
      { quirks: { losesPowerAt: 'download' } },
      { payloadBytes: 30_000_000 },
      { verdict: 'failed', fault: { code: 9017, by: 'report' } },
      'CWMP_9017',
    ],
    [
      'power lost while flashing',
      { quirks: { losesPowerAt: 'flash' } },
      {},
      { verdict: 'failed', fault: { code: 9017 }, explanation: { code: 'tookAllNotKept' } },
      'CWMP_9017',
    ],
    [
      'a box that stops reading',
      { quirks: { stallsDownloadAtBytes: 100_000 }, timeScale: 0.005 },
      { payloadBytes: 60_000_000 },
      { verdict: 'failed', fault: { code: 9017 }, explanation: { code: 'stopped' } },
      'CWMP_9017',
    ],
    [
      'a method that the box does not have',
      { quirks: { unsupportedMethods: ['Download'] } },
      {},
      { verdict: 'failed', fault: { code: 9000, by: 'answer' }, explanation: { code: 'neverAsked' } },
      'CWMP_9000',
    ],
    [
      'a damaged file',
      {},
      { image: new Uint8Array(5000).fill(7) },
      { verdict: 'failed', fault: { code: 9018 }, explanation: { code: 'tookAllCorrupt' } },
      'CWMP_9018',
    ],
  ]
  it.each(ways)('%s', async (_name, options, file, result, code) => {
    const { bench, box, deviceId, image } = await openBench(options, file)
    const from = box.state.softwareVersion
    const job = await bench.run('firmware', deviceId, {
      firmwareId: image.id,
      verifyTimeoutSeconds: 20,
      graceSeconds: 1,
    })
    expect(job).toMatchObject({ state: 'failed', error: { code } })
    expect(job.result).toMatchObject({ from, verified: false, ...result })
    expect(box.state.softwareVersion).toBe(from)
  })
})
