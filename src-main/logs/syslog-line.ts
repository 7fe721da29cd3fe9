import type { SyslogMessage } from '#shared/model/syslog.ts'

/** One message as a line of a log file: when it came, from where, how grave, what; line ends inside become `↵`. */
export function syslogLine({ receivedAt, address, severity, host, app, processId, text }: SyslogMessage): string {
  const process = processId === '' ? app : `${app}[${processId}]`
  const source = [host, process].filter((part) => part !== '').join(' ')
  const words = text.replace(/\r?\n/g, '↵')
  return `${receivedAt} ${address} ${(severity ?? '-').toUpperCase()} ${source}${source === '' ? '' : ': '}${words}`
}
