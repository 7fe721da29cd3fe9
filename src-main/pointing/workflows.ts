import type { WorkflowTable } from '../jobs/workflow.ts'
import { enableHeartbeatWorkflow, type HeartbeatDeps } from './enable-heartbeat.ts'
import { type HandOverDeps, handOverWorkflow } from './hand-over.ts'

export interface PointingWorkflowDeps {
  heartbeat: HeartbeatDeps
  handOver: HandOverDeps
}

/** The jobs that set a box up for heartbeats and give it back to its operator. */
export function createPointingWorkflows({
  heartbeat,
  handOver,
}: PointingWorkflowDeps): Pick<WorkflowTable, 'enableHeartbeat' | 'handOver'> {
  return { enableHeartbeat: enableHeartbeatWorkflow(heartbeat), handOver: handOverWorkflow(handOver) }
}
