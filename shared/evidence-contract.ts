import { z } from 'zod'
import { Alarm, AlarmQuery } from './model/alarm.ts'
import { CollectExport, CollectExportInput, CollectPreview, CollectPreviewInput } from './model/collect.ts'
import {
  LiveLog,
  LogFilterInput,
  LogFilterResult,
  LogLine,
  LogLinesInput,
  LogSource,
  OpenLog,
} from './model/log-view.ts'
import { Monitor, MonitorInput, MonitorSample, Series, SeriesInfo, SeriesQuery } from './model/monitor.ts'
import { ReportInput, ReportSaved } from './model/report.ts'
import { SyslogMessage } from './model/syslog.ts'

const nothing = z.strictObject({})
const byId = z.strictObject({ id: z.string() })
const byDevice = z.strictObject({ deviceId: z.string() })

/** Calls about evidence: faults, collected files, monitoring, logs. Part of `calls` in `contract.ts`. */
export const evidenceCalls = {
  'faults.list': { input: AlarmQuery, output: z.array(Alarm) },
  /** Somebody has seen it. */
  'faults.dismiss': { input: byId, output: Alarm },

  /** What would be masked in the evidence of a collect job, and what would be in it. */
  'collect.preview': { input: CollectPreviewInput, output: CollectPreview },
  /** Writes the one zip file. */
  'collect.export': { input: CollectExportInput, output: CollectExport },
  /** Deletes the files that a collect job kept; the job itself stays. */
  'collect.discard': { input: z.strictObject({ jobId: z.string() }), output: nothing },

  /** Writes what a job, or all jobs of a box in a time, did and proved, for the customer's file. */
  'report.save': { input: ReportInput, output: ReportSaved },

  'monitor.start': { input: MonitorInput, output: Monitor },
  'monitor.stop': { input: byDevice, output: nothing },
  'monitor.list': { input: nothing, output: z.array(Monitor) },
  'monitor.names': { input: byDevice, output: z.array(SeriesInfo) },
  'monitor.series': { input: SeriesQuery, output: z.array(Series) },
  /** All that is kept of a box as CSV; gives the number of lines. */
  'monitor.export': {
    input: z.strictObject({ deviceId: z.string(), path: z.string().min(1).max(4096) }),
    output: z.object({ path: z.string(), lines: z.number().int() }),
  },
  /** Forgets the kept series of a box. */
  'monitor.clear': { input: byDevice, output: nothing },

  'logs.list': { input: z.strictObject({ deviceId: z.string().optional() }), output: z.array(LogSource) },
  /** Opens any text file and goes on indexing it; `log.changed` tells how far. */
  'logs.open': { input: z.strictObject({ path: z.string().min(1).max(4096) }), output: OpenLog },
  'logs.get': { input: byId, output: OpenLog },
  'logs.lines': { input: LogLinesInput, output: z.array(LogLine) },
  'logs.filter': { input: LogFilterInput, output: LogFilterResult },
  /** The first line at or after a time (milliseconds since the epoch), to set logs side by side. */
  'logs.seek': {
    input: z.strictObject({ id: z.string(), at: z.number() }),
    output: z.object({ line: z.number().int() }),
  },
  'logs.close': { input: byId, output: nothing },
  /** Receives syslog of all boxes, UDP and TCP, until it is stopped; without a port 514, or a free one. */
  'logs.startLive': {
    input: z.strictObject({ port: z.number().int().min(0).max(65_535).optional() }),
    output: LiveLog,
  },
  'logs.stopLive': { input: nothing, output: nothing },
  'logs.live': { input: nothing, output: LiveLog.nullable() },
} as const

export const evidenceEvents = {
  /** Raised, changed, cleared or dismissed. */
  'fault.changed': Alarm,
  'monitor.changed': Monitor,
  'monitor.removed': byDevice,
  'monitor.sample': MonitorSample,
  'log.changed': OpenLog,
  /** New messages of the live log, at most four times a second; `skipped` more came than are told, and are in the file. */
  'log.live': z.object({ messages: z.array(SyslogMessage), skipped: z.number().int() }),
} as const
