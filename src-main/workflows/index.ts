import type { WorkflowTable } from '../jobs/workflow.ts'
import { read } from './read.ts'

/** Every job kind and the workflow that does it. */
export const workflows: WorkflowTable = { read }
