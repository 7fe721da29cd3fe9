import { describe, expect, it } from 'vitest'
import { buildImage } from '../../../src-main/virtual-box/transfer/firmware-image.ts'
import { downloadsIn, headerFor, newVersion, openBench, writeFile } from './support.ts'

describe('before anything is sent', () => {
  it('a blocked file is refused, unless a reason is typed', async () => {
    const { bench, deviceId, rpcs, image } = await openBench({}, { metadata: { models: ['Another Model'] } })
    expect(await bench.call('firmware.check', { firmwareId: image.id, deviceIds: [deviceId] })).toMatchObject([
      { deviceId, verdict: 'blocked', reasons: [{ code: 'wrongModel' }] },
    ])
    const refused = await bench.run('firmware', deviceId, { firmwareId: image.id })
    expect(refused).toMatchObject({
      state: 'failed',
      error: { code: 'FIRMWARE_BLOCKED', params: { reason: 'wrongModel' } },
    })
    expect(downloadsIn(rpcs)).toBe(0)
    const override = { reason: 'lab box, image confirmed by the maker' }
    const job = await bench.run('firmware', deviceId, { firmwareId: image.id, override })
    expect(job.result).toMatchObject({ verdict: 'proven', override, reasons: [{ code: 'wrongModel' }] })
  })

  it('a file that was changed on the disk is not served', async () => {
    const { bench, deviceId, rpcs, image } = await openBench()
    const { dataDir } = await bench.call<{ dataDir: string }>('app.snapshot')
    const { writeFileSync } = await import('node:fs')
    writeFileSync(`${dataDir}/firmware/${image.sha256}/${image.fileName}`, 'altered')
    expect(await bench.run('firmware', deviceId, { firmwareId: image.id })).toMatchObject({
      state: 'failed',
      error: { code: 'FIRMWARE_DAMAGED' },
    })
    expect(downloadsIn(rpcs)).toBe(0)
  })

  it('a server that is switched off is named', async () => {
    const { bench, deviceId, image } = await openBench()
    expect(await bench.run('firmware', deviceId, { firmwareId: image.id, transport: 'ftp' })).toMatchObject({
      state: 'failed',
      error: { code: 'FILE_SERVER_OFF', params: { protocol: 'ftp' } },
    })
  })

  it('a file in use stays in the library', async () => {
    const { bench, box, deviceId, image } = await openBench()
    await box.stop()
    const id = await bench.start('firmware', deviceId, { firmwareId: image.id })
    await expect(bench.call('firmware.remove', { id: image.id })).rejects.toMatchObject({ code: 'FIRMWARE_IN_USE' })
    await bench.call('jobs.cancel', { id })
    await bench.ended(id)
    await bench.call('firmware.remove', { id: image.id })
    expect(await bench.call('firmware.list')).toEqual([])
  })
})

describe('other file types', () => {
  it('a configuration is proven by the report of the box', async () => {
    const { bench, box, deviceId } = await openBench()
    const path = 'Device.ManagementServer.PeriodicInformInterval'
    const file = writeFile(`# ACME configuration 1\n${path}="777"\n`, 'box.cfg')
    const { id: firmwareId } = await bench.call<{ id: string }>('firmware.add', { path: file })
    const job = await bench.run('firmware', deviceId, { firmwareId, fileType: '3 Vendor Configuration File' })
    expect(job.error).toBeNull()
    expect(job.result).toMatchObject({ verdict: 'proven', verified: true, fileType: '3 Vendor Configuration File' })
    expect(box.getParameter(path)).toBe('777')
  })

  it('a type of the maker goes the same way', async () => {
    const { bench, deviceId, image } = await openBench()
    const job = await bench.run('firmware', deviceId, { firmwareId: image.id, fileType: 'X 00E0FC Logo File' })
    expect(job.result).toMatchObject({ verdict: 'proven' })
  })
})

describe('a second push', () => {
  it('of the same version is proven by report and restart', async () => {
    const { bench, box, deviceId, image } = await openBench()
    await bench.run('firmware', deviceId, { firmwareId: image.id })
    const job = await bench.run('firmware', deviceId, { firmwareId: image.id })
    expect(job.result).toMatchObject({ from: newVersion, to: newVersion, verdict: 'proven' })
    expect(job.result.reasons.map(({ code }) => code)).toContain('sameVersion')
    expect(box.state.softwareVersion).toBe(newVersion)
  })

  it('without a known version is proven by the change', async () => {
    const { bench, box, deviceId } = await openBench()
    const path = writeFile(buildImage(headerFor(box, 'V9.9'), 2000), 'unknown.bin')
    const { id: firmwareId } = await bench.call<{ id: string }>('firmware.add', { path })
    expect((await bench.run('firmware', deviceId, { firmwareId })).result).toMatchObject({
      verdict: 'proven',
      to: 'V9.9',
      expected: '',
    })
  })
})
