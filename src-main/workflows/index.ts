import type { WorkflowTable } from '../jobs/workflow.ts'
import { createPointingWorkflows, type PointingWorkflowDeps } from '../pointing/workflows.ts'
import { createProvisionWorkflows, type ProvisionWorkflowDeps } from '../provision/workflows.ts'
import { attributes } from './attributes.ts'
import { factoryReset } from './factory-reset.ts'
import { methodsWorkflow } from './methods.ts'
import { names } from './names.ts'
import { addObject, deleteObject } from './objects.ts'
import { read } from './read.ts'
import { reboot } from './reboot.ts'
import { rpc } from './rpc.ts'
import { scheduleInform } from './schedule-inform.ts'
import { type LoginKeeper, setCredentialsWorkflow } from './set-credentials.ts'
import { write } from './write.ts'

/** What some workflows need of the app beyond their box. */
export interface WorkflowDeps {
  keepMethods: (deviceId: string, methods: string[]) => void
  logins: LoginKeeper
  pointing: PointingWorkflowDeps
  provisioning: ProvisionWorkflowDeps
}

/** Every job kind and the workflow that does it. */
export function createWorkflows({ keepMethods, logins, pointing, provisioning }: WorkflowDeps): WorkflowTable {
  return {
    read,
    names,
    write,
    addObject,
    deleteObject,
    attributes,
    reboot,
    factoryReset,
    scheduleInform,
    rpc,
    methods: methodsWorkflow(keepMethods),
    setCredentials: setCredentialsWorkflow(logins),
    ...createPointingWorkflows(pointing),
    ...createProvisionWorkflows(provisioning),
  }
}
