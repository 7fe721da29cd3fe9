import type { OpResult } from '../messages.ts'
import { type Context, readBoolean, readFault, readOptional, readString, readTime } from '../read.ts'
import type { XmlElement } from '../xml-tree.ts'
import type { CpeRpc } from './rpc.ts'

/** DUStateChangeComplete (TR-069 A.4.2.3). Its results are plain repetition, not a SOAP array. */
export const duStateChangeComplete: CpeRpc<'DUStateChangeComplete'> = {
  since: '1.2',
  decode: (request, cx) => ({
    name: 'DUStateChangeComplete',
    results: resultsOf(request).map((result) => readResult(result, cx)),
    commandKey: readOptional(request, 'CommandKey', cx),
  }),
  encode: () => '',
}

/** AutonomousDUStateChangeComplete (TR-069 A.4.2.4). */
export const autonomousDuStateChangeComplete: CpeRpc<'AutonomousDUStateChangeComplete'> = {
  since: '1.2',
  decode: (request, cx) => ({
    name: 'AutonomousDUStateChangeComplete',
    results: resultsOf(request).map((result) => ({
      ...readResult(result, cx),
      operationPerformed: readString(result, 'OperationPerformed', cx),
    })),
  }),
  encode: () => '',
}

function resultsOf(request: XmlElement): XmlElement[] {
  return request.children.filter(({ name }) => name === 'Results')
}

function readResult(result: XmlElement, cx: Context): OpResult {
  return {
    uuid: readString(result, 'UUID', cx),
    deploymentUnitRef: readString(result, 'DeploymentUnitRef', cx),
    version: readString(result, 'Version', cx),
    currentState: readString(result, 'CurrentState', cx),
    resolved: readBoolean(result, 'Resolved', cx),
    executionUnitRefList: readString(result, 'ExecutionUnitRefList', cx),
    startTime: readTime(result, 'StartTime', cx),
    completeTime: readTime(result, 'CompleteTime', cx),
    fault: readFault(result, 'Fault', cx),
  }
}
