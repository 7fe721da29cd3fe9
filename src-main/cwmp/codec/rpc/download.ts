import { readStatus, readTime } from '../read.ts'
import { field } from '../write.ts'
import type { AcsRpc } from './rpc.ts'

/** Download (TR-069 A.3.2.8). */
export const download: AcsRpc<'Download'> = {
  since: '1.0',
  encode: (request) =>
    field('CommandKey', request.commandKey) +
    field('FileType', request.fileType) +
    field('URL', request.url) +
    field('Username', request.username) +
    field('Password', request.password) +
    field('FileSize', request.fileSize) +
    field('TargetFileName', request.targetFileName) +
    field('DelaySeconds', request.delaySeconds) +
    field('SuccessURL', request.successUrl) +
    field('FailureURL', request.failureUrl),
  decode: (response, cx) => ({
    name: 'DownloadResponse',
    status: readStatus(response, cx),
    startTime: readTime(response, 'StartTime', cx),
    completeTime: readTime(response, 'CompleteTime', cx),
  }),
}
