/** Where power fails during an upgrade. */
export type PowerLoss = 'download' | 'flash' | 'beforeTransferComplete'

/** Ways in which real boxes stray from the standard (field.md, wire.md). Each is off unless set. */
export interface Quirks {
  readonly noCookies?: boolean
  readonly newConnectionPerRequest?: boolean
  readonly staleCookie?: boolean
  readonly wrongId?: boolean
  readonly missingId?: boolean
  readonly noXsiType?: boolean
  readonly lengthInType?: boolean
  readonly misspeltEvents?: boolean
  readonly stausTypo?: boolean
  readonly gbkUnderUtf8?: boolean
  readonly gzipRequests?: boolean
  readonly chunkedRequests?: boolean
  readonly http10?: boolean
  readonly emptyProbeFirst?: boolean
  readonly emptyInsteadOfAnswer?: 'once' | 'unsupported'
  readonly slowAnswerMs?: number
  readonly dieOnUnknownPath?: boolean
  readonly informMidSession?: boolean
  readonly noTransferComplete?: boolean
  readonly transferCompleteSameSession?: boolean
  readonly downloadTwice?: boolean
  readonly fetchBeforeResponse?: boolean
  readonly liesAboutVersion?: boolean
  readonly refusesImage?: boolean
  readonly losesPowerAt?: PowerLoss
  readonly stallsDownloadAtBytes?: number
  readonly badPathPoisons?: boolean
  readonly busyConnectionRequest?: number
  readonly gpvLimit?: number
  readonly booleanForm?: '1' | 'true'
  readonly redirectFollow?: boolean
  readonly mustUnderstand?: 'true' | 'empty' | 'none'
  readonly unsupportedMethods?: readonly string[]
  readonly noDiagnosticsComplete?: boolean
  readonly closesAfterChallenge?: boolean
}

/** What each quirk does, for the training screen and the command line. */
export const QUIRKS: Readonly<Record<keyof Quirks, string>> = {
  noCookies: 'sends no cookies back',
  newConnectionPerRequest: 'opens a new TCP connection for each request of a session',
  staleCookie: 'sends the cookie of the last session with the next Inform',
  wrongId: 'answers under another cwmp:ID than that of the request',
  missingId: 'sends no cwmp:ID',
  noXsiType: 'leaves xsi:type out of values',
  lengthInType: 'writes xsi:type="xsd:string(64)"',
  misspeltEvents: 'writes 4 VALUECHANGE, 8 DIAGNOSTIC COMPLETE, M REBOOT …',
  stausTypo: 'writes <Staus> for <Status>',
  gbkUnderUtf8: 'sends GBK bytes and calls them UTF-8',
  gzipRequests: 'compresses its requests (Content-Encoding: gzip)',
  chunkedRequests: 'sends its requests in chunks',
  http10: 'speaks HTTP/1.0 and closes after each answer',
  emptyProbeFirst: 'sends an empty POST before the Inform',
  emptyInsteadOfAnswer: 'sends an empty POST in place of an answer: once per session, or for what it does not support',
  slowAnswerMs: 'waits so many milliseconds before each answer',
  dieOnUnknownPath: 'crashes and reboots when asked for an unknown path',
  informMidSession: 'starts again with an Inform in the middle of its first session',
  noTransferComplete: 'never sends TransferComplete',
  transferCompleteSameSession: 'sends TransferComplete in the session that brought the Download',
  downloadTwice: 'fetches each file twice',
  fetchBeforeResponse: 'fetches the file before it answers Download',
  liesAboutVersion: 'reports success and keeps the old version',
  refusesImage: 'refuses every image with 9019',
  losesPowerAt: 'loses power once: during download, while flashing, or before TransferComplete',
  stallsDownloadAtBytes: 'stops reading a file after so many bytes',
  badPathPoisons: 'false: leaves unknown names out of the answer in place of fault 9005',
  busyConnectionRequest: 'answers so many connection requests with 503 first',
  gpvLimit: 'refuses GetParameterValues of more names than this with 9004',
  booleanForm: 'writes booleans as 1/0 or true/false',
  redirectFollow: 'false: does not follow redirects',
  mustUnderstand: 'writes mustUnderstand of cwmp:ID as true, as an empty string, or not at all',
  unsupportedMethods: 'lacks these methods: 9000',
  noDiagnosticsComplete: 'never sends 8 DIAGNOSTICS COMPLETE',
  closesAfterChallenge: 'the connection request listener closes the TCP connection after its 401',
}
