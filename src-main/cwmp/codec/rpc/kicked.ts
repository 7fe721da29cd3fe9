import { readString } from '../read.ts'
import { field } from '../write.ts'
import type { CpeRpc } from './rpc.ts'

/** Kicked (TR-069 A.4.2.1; deprecated). */
export const kicked: CpeRpc<'Kicked'> = {
  since: '1.0',
  decode: (request, cx) => ({
    name: 'Kicked',
    command: readString(request, 'Command', cx),
    referer: readString(request, 'Referer', cx),
    arg: readString(request, 'Arg', cx),
    next: readString(request, 'Next', cx),
  }),
  encode: ({ nextUrl }) => field('NextURL', nextUrl),
}
