import type { Workflow, WorkflowTable } from '../jobs/workflow.ts'
import { type BackupDeps, backupWorkflow } from './backup.ts'
import type { ProvisionDeps } from './compare.ts'
import { provisionWorkflow } from './provision.ts'
import { type RestoreDeps, restoreWorkflow } from './restore.ts'

export interface ProvisionWorkflowDeps {
  provision: ProvisionDeps
  backup: BackupDeps
  restore: RestoreDeps
}

/** The jobs that bring a box into a wanted state, and keep and bring back what it had. */
export function createProvisionWorkflows(
  { provision, backup, restore }: ProvisionWorkflowDeps,
  collect: Workflow<'collect'>,
): Pick<WorkflowTable, 'provision' | 'backup' | 'restore'> {
  return {
    provision: provisionWorkflow(provision),
    backup: backupWorkflow(backup, collect),
    restore: restoreWorkflow(restore),
  }
}
