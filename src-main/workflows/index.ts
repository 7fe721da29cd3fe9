import type { CollectDeps } from '../collect/collecting.ts'
import type { FarEnd } from '../diagnose/far-end.ts'
import type { WorkflowTable } from '../jobs/workflow.ts'
import { createPointingWorkflows, type PointingWorkflowDeps } from '../pointing/workflows.ts'
import { createProvisionWorkflows, type ProvisionWorkflowDeps } from '../provision/workflows.ts'
import { attributes } from './attributes.ts'
import { bulkData } from './bulk-data.ts'
import { collectWorkflow } from './collect.ts'
import { diagnoseWorkflow } from './diagnose.ts'
import { factoryReset } from './factory-reset.ts'
import { type FaultKeeper, readFaultsWorkflow, subscribeFaults } from './faults.ts'
import type { FirmwareDeps } from './firmware/deps.ts'
import { firmwareWorkflow } from './firmware/firmware.ts'
import { identify } from './identify.ts'
import type { KeepBefore } from './keep-before.ts'
import { methodsWorkflow } from './methods.ts'
import { names } from './names.ts'
import { addObject, deleteObject } from './objects.ts'
import { read } from './read.ts'
import { reboot } from './reboot.ts'
import { rpc } from './rpc.ts'
import { scheduleInform } from './schedule-inform.ts'
import { type LoginKeeper, setCredentialsWorkflow } from './set-credentials.ts'
import { writeWorkflow } from './write.ts'

/** What some workflows need of the app beyond their box. */
export interface WorkflowDeps {
  keepMethods: (deviceId: string, methods: string[]) => void
  logins: LoginKeeper
  firmware: FirmwareDeps
  evidence: { farEnd: FarEnd; faults: FaultKeeper; collect: CollectDeps }
  pointing: PointingWorkflowDeps
  keepBefore: KeepBefore
  provisioning: ProvisionWorkflowDeps
}

/** Every job kind and the workflow that does it. */
export function createWorkflows({
  keepMethods,
  logins,
  firmware,
  evidence,
  pointing,
  keepBefore,
  provisioning,
}: WorkflowDeps): WorkflowTable {
  const collect = collectWorkflow(evidence.collect)
  return {
    read,
    names,
    write: writeWorkflow(keepBefore),
    addObject,
    deleteObject,
    attributes,
    reboot,
    factoryReset,
    identify,
    scheduleInform,
    rpc,
    methods: methodsWorkflow(keepMethods),
    setCredentials: setCredentialsWorkflow(logins),
    firmware: firmwareWorkflow(firmware),
    diagnose: diagnoseWorkflow(evidence.farEnd),
    readFaults: readFaultsWorkflow(evidence.faults),
    subscribeFaults,
    collect,
    bulkData,
    ...createPointingWorkflows(pointing),
    ...createProvisionWorkflows(provisioning, collect),
  }
}
