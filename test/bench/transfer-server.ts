/** The process under test of `transfer.bench.ts`: serves one file over HTTP, FTP and TFTP and reports its own cost. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { FtpServer } from '../../src-main/transfer/ftp/ftp-server.ts'
import { HttpFileServer } from '../../src-main/transfer/http-file-server.ts'
import { LinkRegistry } from '../../src-main/transfer/links.ts'
import { TftpServer } from '../../src-main/transfer/tftp/tftp-server.ts'

const path = process.argv[2] ?? ''
const where = { registry: new LinkRegistry(), address: '127.0.0.1', port: 0 }
const http = await new HttpFileServer(where).start()
const ftp = await new FtpServer(where).start()
const tftp = await new TftpServer(where).start()
const bytes = readFileSync(path)
const sha256 = createHash('sha256').update(bytes).digest('hex')
const link = where.registry.publish({
  source: { type: 'file', path },
  fileName: 'fw.bin',
  sizeBytes: bytes.length,
  sha256,
})

const delay = monitorEventLoopDelay({ resolution: 1 })
let cpu = process.cpuUsage()
let startBytes = 0
let peakBytes = 0
const watch = () => {
  peakBytes = Math.max(peakBytes, process.memoryUsage.rss())
}
setInterval(watch, 20)

// With more runnable processes than cores the system itself suspends us for tens of milliseconds. What the loop did of its
// own without a pause is the CPU time of this thread between two turns.
let threadMicros = 0
let maxWorkMs = 0
setInterval(() => {
  const { user, system } = process.threadCpuUsage()
  maxWorkMs = Math.max(maxWorkMs, (user + system - threadMicros) / 1000)
  threadMicros = user + system
}, 1)

process.on('message', (message: 'start' | 'stop') => {
  if (message === 'start') {
    delay.reset()
    delay.enable()
    maxWorkMs = 0
    cpu = process.cpuUsage()
    startBytes = process.memoryUsage.rss()
    peakBytes = startBytes
    process.send?.({ type: 'started' })
    return
  }
  watch()
  const { user, system } = process.cpuUsage(cpu)
  delay.disable()
  process.send?.({
    type: 'stopped',
    cpuSeconds: (user + system) / 1e6,
    maxDelayMs: delay.max / 1e6,
    maxWorkMs,
    startMegabytes: startBytes / 2 ** 20,
    peakMegabytes: peakBytes / 2 ** 20,
  })
})
process.send?.({ type: 'ready', path: link.path, http: http.port, ftp: ftp.port, tftp: tftp.port })
