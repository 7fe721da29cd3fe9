import { backup, restoreScreens } from './backup.ts'
import { changes } from './changes.ts'
import { common } from './common.ts'
import { compare } from './compare.ts'
import { connectionRequestErrors, connectionRequestRemedies } from './connection-requests.ts'
import { dataModels, fileDialogs } from './data-models.ts'
import { devices } from './devices.ts'
import { dictionary } from './dictionary.ts'
import { discovery } from './discovery.ts'
import { errors } from './errors.ts'
import {
  alarms,
  collect,
  diagnose,
  evidenceErrors,
  evidenceJobKinds,
  evidenceRemedies,
  evidenceSteps,
  monitor,
} from './evidence.ts'
import { alarmScreens, collectScreens, diagnoseScreens, logs, monitorScreens } from './evidence-screens.ts'
import { explorer } from './explorer.ts'
import { faults } from './faults.ts'
import { firmware, firmwareErrors, firmwareRemedies, firmwareSteps } from './firmware.ts'
import { history } from './history.ts'
import { home } from './home.ts'
import { sessionReasons, steps } from './jobs.ts'
import { keyboard } from './keyboard.ts'
import { catalogue, credentialPage, quirkHints, quirkPage, quirkValues } from './knowledge.ts'
import {
  deviceList,
  parameterErrors,
  parameterJobKinds,
  parameterRemedies,
  parameterSteps,
  restore,
  templates,
  validation,
} from './parameters.ts'
import {
  enableHeartbeat,
  handOver,
  pointing,
  pointingErrors,
  pointingJobKinds,
  pointingRemedies,
  pointingSteps,
} from './pointing.ts'
import { provision, templateScreens, zeroTouch } from './provision.ts'
import { actions, health, reach, rpcConsole } from './reach.ts'
import { read } from './read.ts'
import { remedies } from './remedies.ts'
import { report, reportDialog, reportErrors, reportRemedies } from './report.ts'
import { radar, selfCheck } from './self-check.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'
import { states } from './states.ts'
import { trace } from './trace.ts'
import { warnings } from './warnings.ts'
import { credentials, flowErrors, flowRemedies, flowSteps, jobKinds, quirks } from './workflows.ts'

/** The English texts; their shape is the shape of every dictionary. */
export const en = {
  actions,
  backup,
  alarms: { ...alarms, ...alarmScreens },
  catalogue,
  collect: { ...collect, ...collectScreens },
  changes,
  common,
  compare,
  console: rpcConsole,
  credentialPage,
  credentials,
  dataModels,
  deviceList,
  devices,
  diagnose: { ...diagnose, ...diagnoseScreens },
  discovery,
  enableHeartbeat,
  errors: {
    ...errors,
    ...flowErrors,
    ...connectionRequestErrors,
    ...pointingErrors,
    ...firmwareErrors,
    ...parameterErrors,
    ...evidenceErrors,
    ...reportErrors,
  },
  dictionary,
  explorer,
  faults,
  fileDialogs,
  firmware,
  handOver,
  health,
  history,
  home,
  keyboard,
  logs,
  monitor: { ...monitor, ...monitorScreens },
  pointing,
  provision,
  quirkHints,
  quirkPage,
  quirkValues,
  quirks,
  radar,
  reach,
  read,
  remedies: {
    ...remedies,
    ...flowRemedies,
    ...connectionRequestRemedies,
    ...pointingRemedies,
    ...firmwareRemedies,
    ...parameterRemedies,
    ...evidenceRemedies,
    ...reportRemedies,
  },
  report,
  reportDialog,
  restore: { ...restore, ...restoreScreens },
  sessionReasons,
  selfCheck,
  settings,
  shell,
  states: {
    ...states,
    jobKind: { ...states.jobKind, ...jobKinds, ...pointingJobKinds, ...parameterJobKinds, ...evidenceJobKinds },
  },
  steps: { ...steps, ...flowSteps, ...pointingSteps, ...firmwareSteps, ...parameterSteps, ...evidenceSteps },
  templates: { ...templates, ...templateScreens },
  trace,
  validation,
  warnings,
  zeroTouch,
} as const
