import { common } from './common.ts'
import { devices } from './devices.ts'
import { dictionary } from './dictionary.ts'
import { errors } from './errors.ts'
import { faults } from './faults.ts'
import { history } from './history.ts'
import { home } from './home.ts'
import { sessionReasons, steps } from './jobs.ts'
import { keyboard } from './keyboard.ts'
import {
  parameterErrors,
  parameterJobKinds,
  parameterRemedies,
  parameterSteps,
  templates,
  validation,
} from './parameters.ts'
import { read } from './read.ts'
import { remedies } from './remedies.ts'
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
  devices,
  dictionary,
  errors: { ...errors, ...flowErrors, ...parameterErrors },
  faults,
  history,
  home,
  keyboard,
  quirks,
  read,
  remedies: { ...remedies, ...flowRemedies, ...parameterRemedies },
  sessionReasons,
  settings,
  shell,
  states: { ...states, jobKind: { ...states.jobKind, ...jobKinds, ...parameterJobKinds } },
  steps: { ...steps, ...flowSteps, ...parameterSteps },
  templates,
  trace,
  validation,
  warnings,
} as const
