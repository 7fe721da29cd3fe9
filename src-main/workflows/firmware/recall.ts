import { ask, RpcFault, type Script } from '../../cwmp/script.ts'

/**
 * What a box said to the wish that it forget a Download: `recalled`: it will not begin; `recallRefused`: it has begun
 * (9021); `recallUnsupported`: it has no CancelTransfer, and finds the file gone when it comes for it.
 */
export type Recall = 'recalled' | 'recallRefused' | 'recallUnsupported'

/** Takes a transfer back that has not begun (TR-069 A.4.1.9): asked only of a box that lists the method. */
export async function* recall(commandKey: string): Script<Recall> {
  try {
    const { methods } = yield* ask({ name: 'GetRPCMethods' })
    if (!methods.includes('CancelTransfer')) return 'recallUnsupported'
    yield* ask({ name: 'CancelTransfer', commandKey })
    return 'recalled'
  } catch (error) {
    if (!(error instanceof RpcFault)) throw error
    return error.faultCode === 9021 ? 'recallRefused' : 'recallUnsupported'
  }
}
