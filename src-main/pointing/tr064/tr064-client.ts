import { AppError } from '#shared/errors.ts'
import type { Login } from '../../credentials/credential-service.ts'
import type { UpnpService } from '../../discovery/ssdp/description.ts'
import { parseChallenges } from '../../net/digest.ts'
import { fetchText } from '../../net/fetch-text.ts'
import { solveChallenge } from '../../net/solve-challenge.ts'
import { buildAction, parseActions, parseAnswer } from './soap.ts'

/** A TR-064 service of a box, and how it is spoken to. */
export interface Tr064Target {
  service: UpnpService
  /** Address of the chosen adapter. */
  localAddress: string
  login: Login
}

const timeoutMs = 8_000
const maxBytes = 128 * 1024

/** The actions that the box offers, each with its in-arguments. Throws TR064_NO_ANSWER. */
export async function readActions({ service, localAddress }: Tr064Target): Promise<Map<string, string[]>> {
  const { status, text } = await reachBox(service.scpdUrl, () =>
    fetchText({ url: service.scpdUrl, localAddress, timeoutMs, maxBytes }),
  )
  return status === 200 ? parseActions(text) : new Map()
}

/**
 * Calls an action and gives its out-arguments. Authentication is answered when it is asked for, Digest only: Basic would
 * show the password of the whole box to the wire. Throws TR064_LOGIN_WRONG, TR064_BASIC_ONLY, TR064_REFUSED with the box's code, TR064_NO_ANSWER.
 */
export async function callAction(
  target: Tr064Target,
  action: string,
  args: Readonly<Record<string, string>> = {},
): Promise<ReadonlyMap<string, string>> {
  const { service, login } = target
  const first = await post(target, action, args, null)
  const answer = first.status === 401 ? await postProven(target, action, args, first.challenge, login) : first
  if (answer.status === 401) throw new AppError('TR064_LOGIN_WRONG', { username: login.username })
  const parsed = parseAnswer(answer.text, action)
  if (parsed?.kind === 'done') return parsed.values
  const { code, text } = parsed ?? { code: answer.status, text: '' }
  // 606: action not authorised, which some send with status 500 (UPnP DeviceProtection).
  if (code === 606) throw new AppError('TR064_LOGIN_WRONG', { username: login.username })
  throw new AppError('TR064_REFUSED', { action, faultCode: code, text, url: service.controlUrl })
}

interface Posted {
  status: number
  text: string
  challenge: readonly string[]
}

async function postProven(
  target: Tr064Target,
  action: string,
  args: Readonly<Record<string, string>>,
  challenge: readonly string[],
  login: Login,
): Promise<Posted> {
  const url = new URL(target.service.controlUrl)
  const uri = `${url.pathname}${url.search}`
  const challenges = parseChallenges(challenge)
  if (challenges.length > 0 && challenges.every(({ kind }) => kind === 'basic')) throw new AppError('TR064_BASIC_ONLY')
  const authorization = solveChallenge(challenges, { method: 'POST', uri, allowBasic: false, ...login })
  if (authorization === null || login.password === '') return { status: 401, text: '', challenge }
  return await post(target, action, args, authorization)
}

async function post(
  { service, localAddress }: Tr064Target,
  action: string,
  args: Readonly<Record<string, string>>,
  authorization: string | null,
): Promise<Posted> {
  const { status, text, headers } = await reachBox(service.controlUrl, () =>
    fetchText({
      url: service.controlUrl,
      method: 'POST',
      headers: {
        'Content-Type': 'text/xml; charset="utf-8"',
        SOAPAction: `"${service.type}#${action}"`,
        ...(authorization === null ? {} : { Authorization: authorization }),
      },
      body: buildAction(service.type, action, args),
      localAddress,
      timeoutMs,
      maxBytes,
    }),
  )
  return { status, text, challenge: [headers['www-authenticate'] ?? []].flat() }
}

async function reachBox<T>(url: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    const cause = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new AppError('TR064_NO_ANSWER', { url, cause }, { cause: error })
  }
}
