import type { TimeWindow } from '../messages.ts'
import { field, structArray } from '../write.ts'
import type { AcsRpc } from './rpc.ts'

/** ScheduleDownload (TR-069 A.4.1.8). */
export const scheduleDownload: AcsRpc<'ScheduleDownload'> = {
  since: '1.2',
  encode: (request) =>
    field('CommandKey', request.commandKey) +
    field('FileType', request.fileType) +
    field('URL', request.url) +
    field('Username', request.username) +
    field('Password', request.password) +
    field('FileSize', request.fileSize) +
    field('TargetFileName', request.targetFileName) +
    structArray('TimeWindowList', 'TimeWindowStruct', request.windows.map(writeWindow)),
  decode: () => ({ name: 'ScheduleDownloadResponse' }),
}

function writeWindow(window: TimeWindow): string {
  return (
    field('WindowStart', window.startSeconds) +
    field('WindowEnd', window.endSeconds) +
    field('WindowMode', window.mode) +
    field('UserMessage', window.userMessage) +
    field('MaxRetries', window.maxRetries)
  )
}
