import type { RefusalReason } from '#shared/model/transfer.ts'
import type { Credentials, DownloadLink, Link, UploadLink } from '../link.ts'
import { type DataEndpoint, type FtpCommand, joinPath, parseEprt, parsePort } from './command.ts'
import type { FtpView } from './view.ts'

type User = { at: 'unknown' } | { at: 'named'; username: string } | { at: 'in'; credentials: Credentials }

type DataMode = { type: 'none' } | { type: 'passive' } | { type: 'active'; endpoint: DataEndpoint }

/** All that a control connection remembers between commands. */
export interface FtpState {
  user: User
  directory: string
  isAscii: boolean
  restart: number
  data: DataMode
  /** After EPSV ALL the client will use nothing but EPSV (RFC 2428 4). */
  isEpsvOnly: boolean
  failedLogins: number
}

/** What the connection must do, in order. */
export type FtpEffect =
  | { type: 'reply'; code: number; text: string; lines?: string[] }
  | { type: 'listenPassive'; form: 'PASV' | 'EPSV' }
  | { type: 'send'; link: DownloadLink; path: string; offset: number; isAscii: boolean }
  | { type: 'receive'; link: UploadLink; path: string; name: string; verb: string; isAscii: boolean }
  | { type: 'list'; link: Link | null; isLong: boolean }
  | { type: 'modified'; link: DownloadLink }
  | { type: 'refused'; link: Link | null; path: string; reason: RefusalReason; code: number }
  | { type: 'abort' }
  | { type: 'close' }

/** What is fixed for a connection. */
export interface FtpContext {
  view: FtpView
  /** Address of the control connection's other end: the only one that data may go to or come from. */
  peer: string
}

export interface FtpStep {
  state: FtpState
  effects: FtpEffect[]
}

export const initialState: FtpState = {
  user: { at: 'unknown' },
  directory: '/',
  isAscii: true,
  restart: 0,
  data: { type: 'none' },
  isEpsvOnly: false,
  failedLogins: 0,
}

const maxFailedLogins = 3

type Handler = (state: FtpState, argument: string, context: FtpContext, verb: string) => FtpStep

function reply(state: FtpState, code: number, text: string, lines?: string[]): FtpStep {
  return { state, effects: [{ type: 'reply', code, text, ...(lines && { lines }) }] }
}

function refuse(
  state: FtpState,
  link: Link | null,
  path: string,
  reason: RefusalReason,
  code: number,
  text: string,
): FtpStep {
  return {
    state: { ...state, restart: 0 },
    effects: [
      { type: 'refused', link, path, reason, code },
      { type: 'reply', code, text },
    ],
  }
}

const needLogin: FtpEffect[] = [{ type: 'reply', code: 530, text: 'Please log in with USER and PASS.' }]

/** Commands that need no login (RFC 959 5.4). */
const open: Record<string, Handler> = {
  USER: (state, argument) =>
    argument === ''
      ? reply(state, 501, 'USER needs a name.')
      : reply({ ...state, user: { at: 'named', username: argument } }, 331, 'Password required.'),
  PASS: (state, argument, context) => {
    if (state.user.at !== 'named') return reply(state, 503, 'USER first.')
    const credentials = { username: state.user.username, password: argument }
    const login = context.view.login(credentials)
    if (login.isAllowed) return reply({ ...state, user: { at: 'in', credentials }, failedLogins: 0 }, 230, 'Logged in.')
    const failed = { ...state, user: { at: 'unknown' } as const, failedLogins: state.failedLogins + 1 }
    const step = refuse(failed, login.link, '', 'credentials', 530, 'Login incorrect.')
    return failed.failedLogins < maxFailedLogins ? step : { ...step, effects: [...step.effects, { type: 'close' }] }
  },
  QUIT: (state) => ({ state, effects: [{ type: 'reply', code: 221, text: 'Goodbye.' }, { type: 'close' }] }),
  NOOP: (state) => reply(state, 200, 'OK.'),
  SYST: (state) => reply(state, 215, 'UNIX Type: L8'),
  FEAT: (state) =>
    reply(state, 211, 'End', ['Extensions:', ' EPRT', ' EPSV', ' MDTM', ' PASV', ' REST STREAM', ' SIZE', ' UTF8']),
  OPTS: (state, argument) =>
    /^UTF-?8\b/i.test(argument) ? reply(state, 200, 'Always UTF-8.') : reply(state, 501, 'No such option.'),
  AUTH: (state) => reply(state, 502, 'No TLS here.'),
  REIN: () => reply(initialState, 220, 'Ready for a new user.'),
  HELP: (state) => reply(state, 214, 'RFC 959, RFC 2428, RFC 3659 SIZE MDTM REST.'),
}

const loggedIn: Record<string, Handler> = {
  PWD: (state) => reply(state, 257, `"${state.directory.replaceAll('"', '""')}" is the current directory.`),
  CWD: changeDirectory,
  CDUP: (state, _, context) => changeDirectory(state, '..', context),
  TYPE: (state, argument) => {
    if (/^(I|L\s*8)$/i.test(argument.trim())) return reply({ ...state, isAscii: false }, 200, 'Binary.')
    // Some boxes never ask for binary; the bytes leave unchanged all the same and the transfer notes it.
    if (/^A(\s+N)?$/i.test(argument.trim())) return reply({ ...state, isAscii: true }, 200, 'Sent unchanged anyway.')
    return reply(state, 504, 'Only I and A.')
  },
  MODE: (state, argument) => (/^S$/i.test(argument) ? reply(state, 200, 'Stream.') : reply(state, 504, 'Only S.')),
  STRU: (state, argument) => (/^F$/i.test(argument) ? reply(state, 200, 'File.') : reply(state, 504, 'Only F.')),
  ALLO: (state) => reply(state, 202, 'Not needed.'),
  PASV: (state) =>
    state.isEpsvOnly
      ? reply(state, 501, 'EPSV ALL is in force.')
      : { state: { ...state, data: { type: 'passive' } }, effects: [{ type: 'listenPassive', form: 'PASV' }] },
  EPSV: (state, argument) => {
    if (/^ALL$/i.test(argument)) return reply({ ...state, isEpsvOnly: true }, 200, 'EPSV ALL OK.')
    if (argument !== '' && argument !== '1' && argument !== '2') return reply(state, 522, 'Use protocol (1,2).')
    return { state: { ...state, data: { type: 'passive' } }, effects: [{ type: 'listenPassive', form: 'EPSV' }] }
  },
  PORT: (state, argument, context) => activeMode(state, parsePort(argument), context),
  EPRT: (state, argument, context) => activeMode(state, parseEprt(argument), context),
  REST: (state, argument) =>
    /^\d{1,15}$/.test(argument.trim())
      ? reply({ ...state, restart: Number(argument) }, 350, `Restarting at ${Number(argument)}.`)
      : reply(state, 501, 'REST needs a number.'),
  SIZE: (state, argument, context) =>
    ofFile(state, argument, context, (link) => [{ type: 'reply', code: 213, text: String(link.sizeBytes) }]),
  MDTM: (state, argument, context) => ofFile(state, argument, context, (link) => [{ type: 'modified', link }]),
  RETR: retrieve,
  STOR: store,
  APPE: store,
  LIST: list,
  NLST: list,
  ABOR: (state) => ({ state: { ...state, restart: 0, data: { type: 'none' } }, effects: [{ type: 'abort' }] }),
}

const aliases: Record<string, string> = { XPWD: 'PWD', XCWD: 'CWD', XCUP: 'CDUP' }

/** One command of a client, and what follows from it. Pure but for the look-ups of the view. */
export function step(state: FtpState, command: FtpCommand, context: FtpContext): FtpStep {
  const verb = aliases[command.verb] ?? command.verb
  const free = Object.hasOwn(open, verb) ? open[verb] : undefined
  if (free !== undefined) return free(state, command.argument, context, verb)
  const handler = Object.hasOwn(loggedIn, verb) ? loggedIn[verb] : undefined
  if (handler === undefined) return reply(state, verb === '' ? 500 : 502, 'Not understood.')
  if (state.user.at !== 'in') return { state, effects: needLogin }
  return handler(state, command.argument, context, verb)
}

function entryAt(state: FtpState, path: string, context: FtpContext) {
  const credentials = state.user.at === 'in' ? state.user.credentials : { username: '', password: '' }
  return context.view.entryAt(joinPath(state.directory, path), credentials)
}

function changeDirectory(state: FtpState, argument: string, context: FtpContext): FtpStep {
  const entry = entryAt(state, argument, context)
  if (entry.type === 'directory') return reply({ ...state, directory: joinPath(state.directory, argument) }, 250, 'OK.')
  const link = 'link' in entry ? entry.link : null
  const reason = entry.type === 'denied' ? 'credentials' : link === null ? 'unknownLink' : 'wrongName'
  return refuse(state, link, joinPath(state.directory, argument), reason, 550, 'No such directory.')
}

/** A data connection to a third host (RFC 2577 3: the bounce attack) or to a system port is refused. */
function activeMode(state: FtpState, endpoint: DataEndpoint | null, context: FtpContext): FtpStep {
  if (state.isEpsvOnly) return reply(state, 501, 'EPSV ALL is in force.')
  if (endpoint === null) return reply(state, 501, 'Not an address.')
  if (endpoint.address !== context.peer || endpoint.port < 1024) return reply(state, 504, 'Only to your own address.')
  return reply({ ...state, data: { type: 'active', endpoint } }, 200, 'OK.')
}

/** Runs what needs a file that this user may have; all else is refused and recorded, for clients stop after SIZE. */
function ofFile(
  state: FtpState,
  argument: string,
  context: FtpContext,
  effects: (link: DownloadLink, path: string) => FtpEffect[],
): FtpStep {
  const path = joinPath(state.directory, argument)
  const entry = entryAt(state, argument, context)
  switch (entry.type) {
    case 'file':
      return { state, effects: effects(entry.link, path) }
    case 'denied':
      return refuse(state, entry.link, path, 'credentials', 550, 'No such file.')
    case 'slot':
      return refuse(state, entry.link, path, 'method', 550, 'No such file.')
    case 'directory':
    case 'nothing':
      return refuse(state, entry.link, path, entry.link === null ? 'unknownLink' : 'wrongName', 550, 'No such file.')
  }
}

function retrieve(state: FtpState, argument: string, context: FtpContext): FtpStep {
  const { restart: offset, isAscii } = state
  const found = ofFile(state, argument, context, (link, path) => [{ type: 'send', link, path, offset, isAscii }])
  const [effect] = found.effects
  if (effect?.type !== 'send') return found
  if (offset > effect.link.sizeBytes) return refuse(state, effect.link, effect.path, 'range', 554, 'Beyond the end.')
  if (state.data.type === 'none') return reply(state, 425, 'Use PASV, EPSV, PORT or EPRT first.')
  return { state: { ...state, restart: 0, data: { type: 'none' } }, effects: found.effects }
}

function store(state: FtpState, argument: string, context: FtpContext, verb: string): FtpStep {
  const path = joinPath(state.directory, argument)
  const entry = entryAt(state, argument, context)
  if (entry.type === 'denied') return refuse(state, entry.link, path, 'credentials', 553, 'Not allowed.')
  if (entry.type !== 'slot') {
    const reason = entry.link === null ? 'unknownLink' : entry.link.kind === 'upload' ? 'wrongName' : 'method'
    return refuse(state, entry.link, path, reason, 553, 'Not allowed.')
  }
  if (state.restart > 0) return refuse(state, entry.link, path, 'range', 554, 'Uploads start at 0.')
  if (state.data.type === 'none') return reply(state, 425, 'Use PASV, EPSV, PORT or EPRT first.')
  const { link, name } = entry
  return {
    state: { ...state, data: { type: 'none' } },
    effects: [{ type: 'receive', link, path, name, verb, isAscii: state.isAscii }],
  }
}

function list(state: FtpState, argument: string, context: FtpContext, verb: string): FtpStep {
  // Options such as -la come from clients that take us for ls.
  const entry = entryAt(state, argument.replace(/^-\S*\s*/, ''), context)
  if (state.data.type === 'none') return reply(state, 425, 'Use PASV, EPSV, PORT or EPRT first.')
  const isListable = entry.type === 'directory' || entry.type === 'file'
  const effect: FtpEffect = { type: 'list', link: isListable ? entry.link : null, isLong: verb === 'LIST' }
  return { state: { ...state, data: { type: 'none' } }, effects: [effect] }
}
