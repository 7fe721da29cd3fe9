import { readStatus, readTime } from '../read.ts'
import { field } from '../write.ts'
import type { AcsRpc } from './rpc.ts'

/** Upload (TR-069 A.4.1.5). */
export const upload: AcsRpc<'Upload'> = {
  since: '1.0',
  encode: (request) =>
    field('CommandKey', request.commandKey) +
    field('FileType', request.fileType) +
    field('URL', request.url) +
    field('Username', request.username) +
    field('Password', request.password) +
    field('DelaySeconds', request.delaySeconds),
  decode: (response, cx) => ({
    name: 'UploadResponse',
    status: readStatus(response, cx),
    startTime: readTime(response, 'StartTime', cx),
    completeTime: readTime(response, 'CompleteTime', cx),
  }),
}
