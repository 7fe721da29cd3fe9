import { field } from '../write.ts'
import type { AcsRpc } from './rpc.ts'

/** ScheduleInform (TR-069 A.4.1.2). */
export const scheduleInform: AcsRpc<'ScheduleInform'> = {
  since: '1.0',
  encode: ({ delaySeconds, commandKey }) => field('DelaySeconds', delaySeconds) + field('CommandKey', commandKey),
  decode: () => ({ name: 'ScheduleInformResponse' }),
}
