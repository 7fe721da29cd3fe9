import { common } from './common.ts'
import { connectionRequestErrors, connectionRequestRemedies } from './connection-requests.ts'
import { devices } from './devices.ts'
import { dictionary } from './dictionary.ts'
import { discovery } from './discovery.ts'
import { errors } from './errors.ts'
import { faults } from './faults.ts'
import { history } from './history.ts'
import { home } from './home.ts'
import { sessionReasons, steps } from './jobs.ts'
import { keyboard } from './keyboard.ts'
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
import { read } from './read.ts'
import { remedies } from './remedies.ts'
import { radar, selfCheck } from './self-check.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'
import { states } from './states.ts'
import { trace } from './trace.ts'
import { warnings } from './warnings.ts'
import { credentials, flowErrors, flowRemedies, flowSteps, jobKinds, quirks } from './workflows.ts'

/** The English texts; their shape is the shape of every dictionary. */
export const en = {
  common,
  credentials,
  deviceList,
  devices,
  discovery,
  enableHeartbeat,
  errors: { ...errors, ...flowErrors, ...connectionRequestErrors, ...pointingErrors, ...parameterErrors },
  dictionary,
  faults,
  handOver,
  history,
  home,
  keyboard,
  pointing,
  quirks,
  radar,
  read,
  remedies: { ...remedies, ...flowRemedies, ...connectionRequestRemedies, ...pointingRemedies, ...parameterRemedies },
  restore,
  sessionReasons,
  selfCheck,
  settings,
  shell,
  states: { ...states, jobKind: { ...states.jobKind, ...jobKinds, ...pointingJobKinds, ...parameterJobKinds } },
  steps: { ...steps, ...flowSteps, ...pointingSteps, ...parameterSteps },
  templates,
  trace,
  validation,
  warnings,
} as const
