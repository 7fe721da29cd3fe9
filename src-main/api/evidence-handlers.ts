import type { evidenceCalls } from '#shared/evidence-contract.ts'
import type { Evidence } from '../evidence/create-evidence.ts'
import type { Handlers } from './dispatch.ts'

/** What each call about evidence does. */
export function createEvidenceHandlers(evidence: Evidence): Pick<Handlers, keyof typeof evidenceCalls> {
  const { faults, collected, reports, monitor, logs, live } = evidence
  return {
    'faults.list': (query) => faults.list(query),
    'faults.dismiss': ({ id }) => faults.dismiss(id),

    'collect.preview': ({ jobId, mask }) => collected.preview(jobId, mask),
    'collect.export': ({ jobId, path, mask, leaveOut }) => collected.export(jobId, path, mask, leaveOut),
    'collect.discard': async ({ jobId }) => {
      await collected.discard(jobId)
      return {}
    },

    'report.save': (input) => reports.save(input),

    'monitor.start': (input) => monitor.start(input),
    'monitor.stop': ({ deviceId }) => {
      monitor.stop(deviceId)
      return {}
    },
    'monitor.list': () => monitor.list(),
    'monitor.names': ({ deviceId }) => monitor.names(deviceId),
    'monitor.series': (query) => monitor.series(query),
    'monitor.export': ({ deviceId, path }) => monitor.export(deviceId, path),
    'monitor.clear': ({ deviceId }) => {
      monitor.clear(deviceId)
      return {}
    },

    'logs.list': ({ deviceId }) => logs.list(deviceId),
    'logs.open': ({ path }) => logs.open(path),
    'logs.get': ({ id }) => logs.get(id),
    'logs.lines': ({ id, from, count }) => logs.lines(id, from, count),
    'logs.filter': ({ id, ...query }) => logs.filter(id, query),
    'logs.seek': async ({ id, at }) => ({ line: await logs.seek(id, at) }),
    'logs.close': async ({ id }) => {
      await logs.close(id)
      return {}
    },
    'logs.startLive': ({ port }) => live.start(port),
    'logs.stopLive': async () => {
      await live.stop()
      return {}
    },
    'logs.live': () => live.info,
  }
}
