import { type SyslogMessage, severities } from '#shared/model/syslog.ts'
import { decodeText } from '../decode-text.ts'

/** What a message says by itself, without where it came from. */
export type ParsedSyslog = Omit<SyslogMessage, 'receivedAt' | 'address' | 'transport' | 'isTruncated'>

const nothing = {
  facility: null,
  severity: null,
  timestamp: '',
  host: '',
  app: '',
  processId: '',
  messageId: '',
  structured: {},
} as const

/**
 * Reads one message in the form of RFC 5424, of RFC 3164, or of none: any bytes give a message, for a log line that
 * breaks the rules is often the one that matters.
 */
export function parseSyslog(bytes: Uint8Array): ParsedSyslog {
  const { text: all, encoding } = decodeText(bytes)
  const line = all.replace(/[\r\n\u0000]+$/, '')
  const head = /^<(\d{1,3})>/.exec(line)
  const priority = Number(head?.[1] ?? Number.NaN)
  if (head === null || priority > 191) return { ...nothing, format: 'raw', text: line, encoding }
  const origin = { facility: priority >> 3, severity: severities[priority & 7] ?? null, encoding }
  const rest = line.slice(head[0].length)
  return { ...nothing, ...(parseNew(rest) ?? parseOld(rest)), ...origin }
}

type Body = Pick<ParsedSyslog, 'format' | 'text'> & Partial<ParsedSyslog>

const nil = (field: string | undefined) => (field === undefined || field === '-' ? '' : field)

/** `VERSION TIMESTAMP HOSTNAME APP-NAME PROCID MSGID STRUCTURED-DATA [MSG]` (RFC 5424 section 6). */
function parseNew(rest: string): Body | null {
  const match = /^1 (\S+) (\S+) (\S+) (\S+) (\S+) ?/.exec(rest)
  if (match === null) return null
  const [whole, timestamp, host, app, processId, messageId] = match
  const { structured, length } = parseStructured(rest.slice(whole.length))
  return {
    format: 'rfc5424',
    timestamp: nil(timestamp),
    host: nil(host),
    app: nil(app),
    processId: nil(processId),
    messageId: nil(messageId),
    structured,
    text: rest.slice(whole.length + length).replace(/^ ?\ufeff?/, ''),
  }
}

function parseStructured(text: string): { structured: ParsedSyslog['structured']; length: number } {
  if (text.startsWith('-')) return { structured: {}, length: 1 }
  const structured: ParsedSyslog['structured'] = {}
  const element = /\[([^\s=\]"]{1,64})((?: [^\s=\]"]{1,64}="(?:[^"\\\]]|\\.)*")*)\]/y
  let length = 0
  for (let match = element.exec(text); match !== null; match = element.exec(text)) {
    const parameters = [...(match[2] ?? '').matchAll(/ ([^\s=\]"]+)="((?:[^"\\\]]|\\.)*)"/g)]
    structured[match[1] ?? ''] = Object.fromEntries(
      parameters.map(([, name = '', value = '']) => [name, value.replace(/\\(["\\\]])/g, '$1')]),
    )
    length = element.lastIndex
  }
  return { structured, length }
}

const months = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)'
/** The time of RFC 3164 4.1.2 (with year or fraction, as some boxes add), or an ISO time, as others send. */
const oldTime = new RegExp(
  `^(${months} {1,2}\\d{1,2} (?:\\d{4} )?\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?|\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}:\\d{2}\\S*):? `,
)

/** `TIMESTAMP HOSTNAME TAG[PID]: MSG` (RFC 3164 section 4), each part of which boxes leave out. */
function parseOld(rest: string): Body {
  const time = oldTime.exec(rest)
  const afterTime = rest.slice(time?.[0].length ?? 0)
  const host = time === null ? null : /^([\w.:-]*[\w-]) (?=\S)/.exec(afterTime)
  const afterHost = afterTime.slice(host?.[0].length ?? 0)
  const tag = /^([^\s:[\]<>]{1,48})(?:\[([^\]\s]{1,32})\])?: ?/.exec(afterHost)
  return {
    format: 'rfc3164',
    timestamp: time?.[1] ?? '',
    host: host?.[1] ?? '',
    app: tag?.[1] ?? '',
    processId: tag?.[2] ?? '',
    text: afterHost.slice(tag?.[0].length ?? 0),
  }
}
