import { createSocket } from 'node:dgram'
import { type BoxCore, factsOf, numberSetting, setting } from '../core.ts'
import { logText } from '../model/log-text.ts'

const PREFIX = 'X_00E0FC.LogParaConfiguration.'
/** RFC 3164 priority: facility user, severity informational. */
const PRIORITY = 14

/** Whether LogParaConfiguration asks for syslog output: type 2 (syslog) or 3 (both). */
export const wantsSyslog = (core: BoxCore): boolean =>
  numberSetting(core, `${PREFIX}LogOutPutType`) >= 2 && setting(core, `${PREFIX}SyslogServer`) !== ''

/** Sends a log line every LogTimer seconds to SyslogServer (`host:port`) for SyslogContinueTime minutes. */
export async function streamSyslog(core: BoxCore, signal: AbortSignal): Promise<void> {
  const [host = '', port = '514'] = setting(core, `${PREFIX}SyslogServer`).split(':')
  const period = Math.max(1, numberSetting(core, `${PREFIX}LogTimer`))
  const lines = Math.ceil((numberSetting(core, `${PREFIX}SyslogContinueTime`) * 60) / period)
  const socket = createSocket('udp4')
  socket.on('error', () => undefined)
  socket.unref()
  try {
    for (let i = 0; i < lines && !signal.aborted; i += 1) {
      const line = `<${PRIORITY}>${logText({ now: new Date(), facts: factsOf(core) }, 1)}`
      await new Promise<void>((resolve) => socket.send(line, Number(port), host, () => resolve()))
      await core.clock.sleep(period, signal)
    }
  } finally {
    socket.close()
  }
}
