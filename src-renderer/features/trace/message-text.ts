import type { TFunction } from 'i18next'
import type { TraceMessage } from '#shared/model/session.ts'

/** What a message is called: the RPC, or what stands in its place. */
export function methodName(message: TraceMessage, t: TFunction): string {
  switch (message.method) {
    case 'empty':
      return t('trace.methods.empty')
    case 'http':
      return t('trace.methods.http', { status: message.httpStatus ?? '' })
    case 'malformed':
      return t('trace.methods.malformed')
    default:
      return message.method
  }
}

/** The few facts that tell a message from others of its kind. */
export function summaryText({ method, summary }: TraceMessage, t: TFunction): string {
  const lookUp = t as unknown as (keys: string[], params: Record<string, string | number>) => string
  return lookUp([`trace.summary.${method}`, 'trace.summary.other'], summary)
}
