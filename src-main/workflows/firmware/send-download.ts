import { randomBytes } from 'node:crypto'
import { AppError } from '#shared/errors.ts'
import type { Firmware } from '#shared/model/firmware.ts'
import type { FirmwareInput } from '#shared/model/firmware-push.ts'
import { ask, RpcFault, type Script } from '../../cwmp/script.ts'
import type { SessionFacts } from '../../cwmp/work.ts'
import { isLoss } from '../../jobs/job-in-session.ts'
import { urlHost } from '../../net/address.ts'
import { createToken, linkPath } from '../../transfer/link.ts'
import type { FirmwareDeps } from './deps.ts'
import type { PromisedLink } from './push-memo.ts'

/** Ports that a URL need not name, and that some boxes cannot read from one. */
const usualPorts: Record<PromisedLink['transport'], number> = { http: 80, https: 443, ftp: 21, tftp: 69 }

/** The URL that Download carries: no user or password in it (TR-069 A.3.2.8). */
export function urlOf({ transport, address, port, token }: PromisedLink, fileName: string): string {
  const where = port === usualPorts[transport] ? urlHost(address) : `${urlHost(address)}:${port}`
  return `${transport}://${where}${linkPath(token, fileName)}`
}

/** A new link for the box of this session. Throws FILE_SERVER_OFF or NO_ADDRESS_FOR_BOX. */
export function promiseLink(
  { transport, auth }: Pick<FirmwareInput, 'transport' | 'auth'>,
  facts: SessionFacts,
  { serverOf, addressFor }: Pick<FirmwareDeps, 'serverOf' | 'addressFor'>,
): PromisedLink {
  const server = serverOf(transport)
  if (!server) throw new AppError('FILE_SERVER_OFF', { protocol: transport })
  const address = addressFor(facts, server.address)
  if (address === null)
    throw new AppError('NO_ADDRESS_FOR_BOX', { address: facts.remoteAddress, bound: server.address })
  return { token: createToken(), login: loginFor(transport, auth), transport, address, port: server.port }
}

function loginFor(transport: FirmwareInput['transport'], auth: FirmwareInput['auth']): PromisedLink['login'] {
  if (transport === 'tftp' || (auth === 'none' && transport !== 'ftp')) return null
  const login = { username: `box-${randomBytes(4).toString('hex')}`, password: randomBytes(12).toString('hex') }
  return auth === 'none' ? login : { ...login, scheme: auth }
}

/** Makes the file available under a promised link; one that is valid already keeps its requests. */
export function publish(
  links: FirmwareDeps['links'],
  { token, login }: PromisedLink,
  { fileName, sizeBytes, sha256 }: Firmware,
  path: string,
): void {
  if (links.active().some((one) => one.token === token)) return
  links.publish({ token, credentials: login, fileName, sizeBytes, sha256, source: { type: 'file', path } })
}

/** Sends Download and gives what the box answered; null where it gave no answer that can be read. Throws a lost session. */
export async function* download(
  link: PromisedLink,
  image: Firmware,
  { commandKey, input }: { commandKey: string; input: FirmwareInput },
): Script<{ status: 0 | 1 } | { fault: number; message: string } | null> {
  try {
    const { status } = yield* ask({
      name: 'Download',
      commandKey,
      fileType: input.fileType ?? image.metadata.fileType,
      url: urlOf(link, image.fileName),
      username: link.login?.username ?? '',
      password: link.login?.password ?? '',
      fileSize: image.sizeBytes,
      targetFileName: input.targetFileName,
      delaySeconds: input.delaySeconds,
      successUrl: '',
      failureUrl: '',
    })
    return { status }
  } catch (error) {
    if (error instanceof RpcFault) return { fault: error.faultCode, message: error.faultText }
    if (isLoss(error)) throw error
    return null
  }
}
