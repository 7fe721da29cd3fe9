import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startAcs, type TestAcs } from '../../support/acs.ts'
import { idOf, RawBox, valuesAnswer } from '../../support/raw-box.ts'

const password = 'Device.ManagementServer.Password'
const folder = mkdtempSync(path.join(tmpdir(), 'fieldacs-export-'))
let acs: TestAcs
let box: RawBox

beforeAll(async () => {
  acs = await startAcs()
  const asked = await RawBox.asked(acs, 'EXPORT', [password])
  box = asked.box
  await box.post(valuesAnswer(idOf(asked.request), { [password]: 'geheim', 'Device.Note': '客厅' }))
})
afterAll(() => acs.stop())

it('writes a session as lines of JSON, secrets masked', async () => {
  const { id } = await acs.lastSession()
  const file = path.join(folder, 'session.ndjson')
  const result = await acs.call('trace.export', { sessionId: id, format: 'ndjson', path: file })
  const text = readFileSync(file, 'utf8')
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(result).toEqual({ path: file, sessions: 1, messages: 6, sizeBytes: Buffer.byteLength(text) })
  expect(lines[0]).toMatchObject({ kind: 'session', id, outcome: 'completed' })
  expect(lines.slice(1).map(({ method }) => method)).toEqual([
    'Inform',
    'InformResponse',
    'empty',
    'GetParameterValues',
    'GetParameterValuesResponse',
    'empty',
  ])
  expect(text).toContain('客厅')
  expect(text).not.toContain('geheim')
})

it('writes all sessions of a device as a zip of raw HTTP, oldest first', async () => {
  const file = path.join(folder, 'device.zip')
  const result = await acs.call('trace.export', { deviceId: box.deviceId, format: 'zip', path: file })
  const files = unzipSync(readFileSync(file))
  const names = Object.keys(files)
  expect(result).toMatchObject({ sessions: 2, messages: 10 })
  expect(names.map((name) => name.split('/')[1])).toEqual([
    'session.json',
    '001-in-Inform.http',
    '002-out-InformResponse.http',
    '003-in-empty.http',
    '004-out-empty.http',
    'session.json',
    '001-in-Inform.http',
    '002-out-InformResponse.http',
    '003-in-empty.http',
    '004-out-GetParameterValues.http',
    '005-in-GetParameterValuesResponse.http',
    '006-out-empty.http',
  ])
  const textOf = (index: number): string => strFromU8(files[names[index] ?? ''] ?? new Uint8Array())
  expect(textOf(1)).toMatch(/^POST \/acs HTTP\/1\.1\r\nHost: 127\.0\.0\.1\r\n[\s\S]*\r\n\r\n<soap:Envelope/)
  expect(textOf(4)).toMatch(/^HTTP\/1\.1 204 No Content\r\n/)
  expect(textOf(10)).toContain('客厅')
  expect(names.map((_, index) => textOf(index)).join('')).not.toContain('geheim')
})

it('leaves no trace of a failed export, and says why it failed', async () => {
  const missing = path.join(folder, 'none', 'x.zip')
  await expect(
    acs.call('trace.export', { deviceId: box.deviceId, format: 'zip', path: missing }),
  ).rejects.toMatchObject({
    code: 'FILE_NOT_WRITABLE',
    params: { path: missing, detail: 'ENOENT' },
  })
  const kept = path.join(folder, 'kept.ndjson')
  writeFileSync(kept, 'before')
  await expect(acs.call('trace.export', { sessionId: 'nonsense', format: 'ndjson', path: kept })).rejects.toMatchObject(
    { code: 'NOT_FOUND' },
  )
  expect(readFileSync(kept, 'utf8')).toBe('before')
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
})

it('wants either a session or a device', async () => {
  const both = { sessionId: 'a', deviceId: 'b', format: 'zip' as const, path: path.join(folder, 'x') }
  await expect(acs.call('trace.export', both)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})
