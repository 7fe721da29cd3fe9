import { describe, expect, it } from 'vitest'
import type { CollectResult } from '#shared/model/collect.ts'
import { answers, OddBox, oddId, type Reaction } from '../flows/odd-box.ts'
import { Bench } from '../flows/support.ts'

interface Asked {
  url: string
  commandKey: string
}

/** A box that knows Upload and nothing else; `react` says what it answers, and may send the file first. */
async function collecting(react: (asked: Asked) => Reaction, fileSeconds = 5) {
  const bench = await Bench.open()
  let asked: Asked = { url: '', commandKey: '' }
  const box = new OddBox(bench.app.endpoints().acsUrl, ({ method, text }) => {
    if (method === 'GetParameterValues' || method === 'GetParameterNames') return answers.fault(9005)
    if (method !== 'Upload') return answers.fault(9000)
    asked = { url: text('URL'), commandKey: text('CommandKey') }
    return react(asked)
  })
  await box.session([['0 BOOTSTRAP']])
  const jobId = await bench.start('collect', oddId, { kinds: ['logFile'], fileSeconds })
  await bench.reaches(jobId, ({ state }) => state === 'waiting')
  await box.session()
  return {
    box,
    asked: () => asked,
    put: (body: string) => fetch(asked.url, { method: 'PUT', body }),
    item: async () => ((await bench.ended<'collect'>(jobId)).result as CollectResult).items[0],
  }
}

const accepted = (status: 0 | 1) =>
  `<cwmp:UploadResponse><Status>${status}</Status><StartTime>0001-01-01T00:00:00Z</StartTime><CompleteTime>0001-01-01T00:00:00Z</CompleteTime></cwmp:UploadResponse>`
const complete = ({ commandKey }: Asked, code = 0) =>
  `<cwmp:TransferComplete><CommandKey>${commandKey}</CommandKey><FaultStruct><FaultCode>${code}</FaultCode><FaultString>no</FaultString></FaultStruct><StartTime>2026-01-01T00:00:00Z</StartTime><CompleteTime>2026-01-01T00:00:01Z</CompleteTime></cwmp:TransferComplete>`

describe('an upload', () => {
  it.each([
    ['that ends in a later session', {}],
    ['that ends in the same session', { transferCompleteSameSession: true }],
    ['of which the box never tells the end', { noTransferComplete: true }],
  ])('%s gives its file', async (_, quirks) => {
    const bench = await Bench.open()
    const { id } = await bench.plug({ quirks })
    const job = await bench.run('collect', id, { kinds: ['logFile'] })
    expect(job.result.items).toMatchObject([{ status: 'done', error: null }])
  })

  it('that was sent before its answer (Status 0) is taken', async () => {
    const { put, item, asked } = await collecting(() => accepted(0))
    expect(asked().url).not.toBe('')
    await put('log line\n')
    expect(await item()).toMatchObject({ status: 'done', bytes: 9 })
  })

  it('that is refused says the fault of the box', async () => {
    const { item } = await collecting(() => answers.fault(9002))
    expect(await item()).toMatchObject({ status: 'failed', error: { code: 'CWMP_9002' } })
  })

  it('that never comes says that the box did not even connect', async () => {
    const { item } = await collecting(() => accepted(1))
    expect(await item()).toMatchObject({ status: 'failed', error: { code: 'UPLOAD_NOT_COME', params: { seconds: 5 } } })
  }, 20_000)

  it('that is reported and did not come says so; one that failed at the box tells its fault', async () => {
    const reported = await collecting(() => accepted(1), 60)
    await reported.box.session(
      [['7 TRANSFER COMPLETE'], ['M Upload', reported.asked().commandKey]],
      [complete(reported.asked())],
    )
    expect(await reported.item()).toMatchObject({ status: 'failed', error: { code: 'UPLOAD_ONLY_REPORTED' } })
    const failed = await collecting(() => accepted(1), 60)
    await failed.box.session(
      [['7 TRANSFER COMPLETE'], ['M Upload', failed.asked().commandKey]],
      [complete(failed.asked(), 9011)],
    )
    expect(await failed.item()).toMatchObject({ status: 'failed', error: { code: 'CWMP_9011' } })
  }, 20_000)
})
