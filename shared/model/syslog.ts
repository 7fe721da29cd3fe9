import { z } from 'zod'

/** Names of RFC 5424 table 2, by severity 0..7. */
export const severities = ['emergency', 'alert', 'critical', 'error', 'warning', 'notice', 'info', 'debug'] as const
export type Severity = (typeof severities)[number]

/** One syslog message as it is shown; what the box did not send is an empty string or null. */
export const SyslogMessage = z.object({
  /** When and from where it came; ISO 8601 in UTC. */
  receivedAt: z.string(),
  address: z.string(),
  transport: z.enum(['udp', 'tcp']),
  /** `raw` where neither RFC fits: then all of it is in `text`. */
  format: z.enum(['rfc5424', 'rfc3164', 'raw']),
  facility: z.number().int().min(0).max(23).nullable(),
  severity: z.enum(severities).nullable(),
  /** The box's own time as it wrote it: clocks and zones of boxes are seldom right. */
  timestamp: z.string(),
  host: z.string(),
  app: z.string(),
  processId: z.string(),
  messageId: z.string(),
  /** Structured data of RFC 5424 6.3: element id to its parameters. */
  structured: z.record(z.string(), z.record(z.string(), z.string())),
  text: z.string(),
  encoding: z.enum(['utf-8', 'gb18030', 'latin1']),
  isTruncated: z.boolean(),
})
export type SyslogMessage = z.infer<typeof SyslogMessage>
