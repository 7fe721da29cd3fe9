import { common } from './common.ts'
import { devices } from './devices.ts'
import { errors } from './errors.ts'
import { faults } from './faults.ts'
import { firmware, firmwareErrors, firmwareRemedies, firmwareSteps } from './firmware.ts'
import { history } from './history.ts'
import { home } from './home.ts'
import { sessionReasons, steps } from './jobs.ts'
import { keyboard } from './keyboard.ts'
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
  errors: { ...errors, ...flowErrors, ...firmwareErrors },
  faults,
  firmware,
  history,
  home,
  keyboard,
  quirks,
  read,
  remedies: { ...remedies, ...flowRemedies, ...firmwareRemedies },
  sessionReasons,
  settings,
  shell,
  states: { ...states, jobKind: { ...states.jobKind, ...jobKinds } },
  steps: { ...steps, ...flowSteps, ...firmwareSteps },
  trace,
  warnings,
} as const
