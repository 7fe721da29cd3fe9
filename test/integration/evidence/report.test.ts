import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ReportSaved } from '#shared/model/report.ts'
import { temporaryFolder } from '../../support/headless.ts'
import { Bench } from '../flows/support.ts'

const ntp = 'Device.Time.NTPServer1'
const account = 'Device.X_CTC_IPTV.ServiceInfo.UserID'
const password = 'Device.X_CTC_IPTV.ServiceInfo.Password'

async function worked(bench: Bench) {
  const { id, box } = await bench.plug({ values: { [ntp]: 'old.example', [account]: 'itv-before-1' } })
  const write = await bench.run('write', id, {
    values: [
      { name: ntp, value: 'new.example' },
      { name: account, value: 'itv-after-2' },
      { name: password, value: 'very-secret-3' },
    ],
  })
  await bench.run('diagnose', id, { tests: [{ kind: 'ping', count: 2 }] })
  box.raiseAlarm({ code: 20_101, text: '丢包 <超限>', severity: 2 })
  await bench.until('fault.changed', ({ specificProblem }) => specificProblem === '20101')
  return { id, write }
}

async function saved(bench: Bench, input: object): Promise<{ text: string; saved: ReportSaved }> {
  const path = join(temporaryFolder(), 'report')
  const result = await bench.call<ReportSaved>('report.save', { ...input, path })
  const text = await readFile(path, 'utf8')
  expect(Buffer.byteLength(text)).toBe(result.sizeBytes)
  return { text, saved: result }
}

describe('a report', () => {
  it('of a box holds the visit, each job with values before and after, alarms and sessions, in both languages', async () => {
    const bench = await Bench.open()
    const { id } = await worked(bench)
    const visit = { customer: '张三 & Co', site: '科技路 1 号', order: 'WO-77', technician: '李四', remark: 'OK' }
    const { text, saved: result } = await saved(bench, {
      subject: { deviceId: id },
      format: 'html',
      language: 'zh-CN',
      visit,
    })
    expect(result.jobs).toBe(2)
    for (const part of ['张三 &#38; Co', '科技路 1 号', 'WO-77', '李四', 'old.example', 'new.example', '已回读确认'])
      expect(text).toContain(part)
    expect(text).toContain('丢包 &#60;超限&#62;')
    expect(text).toContain('0 BOOTSTRAP')
    expect(text.indexOf('lang="zh-CN" class')).toBeLessThan(text.indexOf('lang="en" class'))
    expect(text).not.toMatch(/very-secret-3|itv-before-1|itv-after-2/)
  })

  it('shows accounts where it is asked to, passwords never', async () => {
    const bench = await Bench.open()
    const { write } = await worked(bench)
    const { text } = await saved(bench, { subject: { jobId: write.id }, format: 'csv', mask: { accounts: false } })
    const lines = text.trim().split('\r\n')
    expect(lines).toHaveLength(4)
    expect(lines[1]).toContain(`${ntp},old.example,new.example,verified by reading back`)
    expect(lines[2]).toContain(`${account},itv-before-1,itv-after-2`)
    expect(text).not.toContain('very-secret-3')
  })

  it('keeps to its time, and says what it cannot do', async () => {
    const bench = await Bench.open()
    const { id, write } = await worked(bench)
    const later = { deviceId: id, from: new Date(Date.now() + 60_000).toISOString() }
    expect((await saved(bench, { subject: later, format: 'html' })).saved.jobs).toBe(0)
    const subject = { jobId: write.id }
    const path = join(temporaryFolder(), 'report')
    await expect(bench.call('report.save', { subject, format: 'pdf', path })).rejects.toMatchObject({
      code: 'PDF_NOT_HERE',
    })
    await expect(
      bench.call('report.save', { subject, format: 'csv', path: join(path, 'no', 'where') }),
    ).rejects.toMatchObject({ code: 'FILE_NOT_WRITABLE' })
    await expect(
      bench.call('report.save', { subject: { deviceId: 'nobody' }, format: 'csv', path }),
    ).rejects.toMatchObject({ code: 'DEVICE_NOT_FOUND' })
  })
})
