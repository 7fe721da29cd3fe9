import { AppError } from '#shared/errors.ts'
import type { FirmwareInput } from '#shared/model/firmware-push.ts'
import type { Workflow, WorkflowContext } from '../../jobs/workflow.ts'
import { allowPush } from './allow.ts'
import type { FirmwareDeps } from './deps.ts'
import { Push } from './push.ts'
import { memoOf, type PushMemo } from './push-memo.ts'

/**
 * Brings a file of the library to a box and proves it (TR-069 A.3.2.8): check, session, version, Download, transfer,
 * report or restart, version again. From the moment that Download leaves, nothing is ever sent twice; a restart of the app
 * publishes the same link and goes on waiting.
 */
export function firmwareWorkflow(deps: FirmwareDeps): Workflow<'firmware'> {
  return {
    kind: 'firmware',
    restart: 'resume',
    async run(context) {
      const { deviceId, input, signal } = context
      const image = deps.library.get(input.firmwareId)
      const device = deps.deviceOf(deviceId)
      if (!device) throw new AppError('DEVICE_NOT_FOUND', { id: deviceId })
      const memo = memoOf(context.recall())
      const { sent } = memo
      const push = new Push({ ...deps, context, image, device, memo }, sent?.reasons ?? allowPush(image, device, input))
      context.keep(() => push.result())
      await takeSlot(deps, context, memo)
      try {
        context.step('checkingFile')
        const path = await deps.library.verify(image.id, { signal })
        if (sent) push.resume(sent, path)
        else await push.send(path)
        return await push.prove()
      } catch (error) {
        if (isCancelled(signal)) await push.abandon()
        throw error
      } finally {
        context.hold(null)
        push.end()
      }
    },
  }
}

/** A push that is under way already takes its slot at once; others wait, and may find that their batch was stopped. */
async function takeSlot(
  { slots, refusalFor }: FirmwareDeps,
  context: WorkflowContext<FirmwareInput>,
  { sent }: PushMemo,
): Promise<void> {
  const { jobId, signal, input } = context
  if (sent) return slots.take(jobId)
  context.step('waitingForSlot')
  await slots.acquire(jobId, signal)
  const refusal = input.batchId === undefined ? null : refusalFor(input.batchId, jobId)
  if (refusal) throw refusal
  context.restartDeadline()
}

/** Cancelled by a person; when the app stops, the push goes on at its next start. */
function isCancelled(signal: AbortSignal): boolean {
  return signal.aborted && signal.reason instanceof AppError && signal.reason.code === 'JOB_CANCELLED'
}
