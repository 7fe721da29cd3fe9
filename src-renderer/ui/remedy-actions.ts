import type { ErrorData } from '#shared/errors.ts'
import { call } from '../api.ts'
import { currentApp } from '../stores/app-store.ts'
import { navigate } from '../stores/route.ts'
import { switchServerOn } from '../stores/settings-actions.ts'

/** What the place where an error is shown can do about it. */
export interface RemedyContext {
  /** Does again what failed. */
  retry?: () => void
  /** Uses another port for the listener that failed. */
  usePort?: (port: number) => void
  /** The session that the error is from. */
  sessionId?: string
  /** The box that the error is about. */
  deviceId?: string
}

/** A button's deed, and the values for its label. */
export interface RemedyAction {
  run: () => void | Promise<void>
  labelParams?: Record<string, number>
}

type Remedy = (error: ErrorData, context: RemedyContext) => RemedyAction | null

const again: Remedy = (_error, { retry }) => (retry ? { run: retry } : null)

const copyDetails: Remedy = (error) => ({
  run: () => void navigator.clipboard.writeText(JSON.stringify(error, null, 2)),
})

const openTrace: Remedy = (_error, { sessionId }) => ({
  run: () => navigate(sessionId === undefined ? { page: 'trace' } : { page: 'trace', sessionId }),
})

const openSelfCheck: Remedy = () => ({ run: () => navigate({ page: 'reach', tab: 'check' }) })

const openCredentials: Remedy = (_error, { deviceId }) => ({
  run: () => navigate({ page: 'credentials', ...(deviceId !== undefined && { deviceId }) }),
})

/** What waits for this box calls again by itself; a call that has failed is made again here. */
const allowBasic: Remedy = (_error, { deviceId, retry }) =>
  deviceId === undefined
    ? null
    : {
        async run() {
          await call('basicConsents.allow', { scope: { kind: 'device', deviceId } })
          retry?.()
        },
      }

/** The fault of a box is explained on a page of its own. */
const openFault: Remedy = ({ code }, { deviceId }) => {
  const number = /^CWMP_(\d+)$/.exec(code)?.[1]
  return {
    run: () =>
      navigate({
        page: 'faults',
        ...(number !== undefined && { code: Number(number) }),
        ...(deviceId !== undefined && { deviceId }),
      }),
  }
}

const openBackups: Remedy = (_error, { deviceId }) => ({
  run: () => navigate({ page: 'backup', ...(deviceId !== undefined && { deviceId }) }),
})

const copyAcsUrl: Remedy = () => ({
  run: () => void navigator.clipboard.writeText(currentApp()?.endpoints.acsUrl ?? ''),
})

const nextPort: Remedy = ({ params }, { usePort }) => {
  const wanted = Number(params.port)
  if (!usePort || !Number.isInteger(wanted)) return null
  // Ports below 1024 are what PORT_FORBIDDEN is about; above, the neighbour is easily told over the phone.
  const port = wanted < 1024 ? wanted + 8000 : wanted + 1
  return { run: () => usePort(port), labelParams: { port } }
}

const switchFileServerOn: Remedy = ({ params }, { retry }) => ({
  async run() {
    await switchServerOn(String(params.protocol))
    retry?.()
  },
})

/** The one table of remedies that have a button; the words are in the dictionaries under the same names. */
const remedyActions: Record<string, Remedy> = {
  reportBug: copyDetails,
  refresh: again,
  waitForJob: again,
  startAgain: again,
  wakeBox: again,
  retry: again,
  waitAndRetry: again,
  seeTrace: openTrace,
  checkUploadPath: openTrace,
  choosePort: nextPort,
  chooseAdapter: () => ({ run: () => navigate({ page: 'home' }) }),
  checkAcsUrl: () => ({ run: () => navigate({ page: 'home' }) }),
  enterAcsUrl: copyAcsUrl,
  switchFileServerOn,
  addFileAgain: () => ({ run: () => navigate({ page: 'firmware' }) }),
  checkFirewall: openSelfCheck,
  checkCableAndSubnet: openSelfCheck,
  checkUdpPath: openSelfCheck,
  checkUdpCredentials: openCredentials,
  setConnectionRequestCredentials: openCredentials,
  storeCredentials: openCredentials,
  allowBasic,
  monitorBySessions: (_error, { deviceId }) => ({
    run: () => navigate({ page: 'monitor', ...(deviceId !== undefined && { deviceId }) }),
  }),
  identifyOtherwise: (_error, { deviceId }) => ({
    run: () => navigate({ page: 'diagnose', ...(deviceId !== undefined && { deviceId }) }),
  }),
  explainFault: openFault,
  chooseSnapshot: openBackups,
  checkFile: again,
  addImports: again,
  stopLeadingHere: () => ({ run: () => navigate({ page: 'reach', tab: 'pointing' }) }),
  pointByHand: () => ({ run: () => navigate({ page: 'reach', tab: 'pointing' }) }),
  chooseClientCa: () => ({ run: () => navigate({ page: 'settings', focus: 'tls' }) }),
  unlockKeyStore: () => ({ run: () => navigate({ page: 'settings' }) }),
}

/** What the button of an error does at this place, or null where there is nothing to press. */
export function remedyAction(error: ErrorData, context: RemedyContext): RemedyAction | null {
  return remedyActions[error.remedy]?.(error, context) ?? null
}
