import type { TraceMessage } from '#shared/model/session.ts'
import { statusText } from '../cwmp/http/message.ts'
import { requestLineName } from '../cwmp/trace-recorder.ts'

/** A message as it went over the wire: request or status line, headers, body; secrets are masked, the body is UTF-8. */
export function httpText({ direction, httpStatus, headers, body }: TraceMessage): string {
  const [first] = headers
  const requestLine = first?.[0] === requestLineName ? first[1] : 'POST / HTTP/1.1'
  const startLine = direction === 'in' ? requestLine : `HTTP/1.1 ${httpStatus ?? 200} ${statusText(httpStatus ?? 200)}`
  const lines = headers.filter(([name]) => name !== requestLineName).map(([name, value]) => `${name}: ${value}`)
  return `${[startLine, ...lines].join('\r\n')}\r\n\r\n${body}`
}

/** `003-in-GetParameterValuesResponse.http`: in the order of the session, safe on every file system. */
export function httpFileName({ direction, method, httpStatus }: TraceMessage, index: number): string {
  const what = method === 'http' ? String(httpStatus) : method.replaceAll(/[^\w.-]/g, '_').slice(0, 80)
  return `${String(index + 1).padStart(3, '0')}-${direction}-${what}.http`
}
