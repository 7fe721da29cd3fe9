import { AppError } from '#shared/errors.ts'
import type { AcsRequest, ResponseTo } from '../cwmp/codec/messages.ts'
import { ask, type Script } from '../cwmp/script.ts'
import type { SessionFacts } from '../cwmp/work.ts'
import { isLoss } from '../jobs/job-in-session.ts'
import type { WorkflowContext } from '../jobs/workflow.ts'

/** What is remembered of a request that must not be sent twice. */
export interface SentMemo {
  /** Where the box's messages stood: its proof comes after. */
  since: number
  /** Milliseconds since the epoch. */
  sentAt: number
}

export interface Sent<R extends AcsRequest> extends SentMemo {
  /** null where the answer was lost, or came before a restart of the app: the box may have acted or not. */
  answer: ResponseTo<R> | null
}

/**
 * Sends a request at most once in the life of a job: that it leaves is written down before it does. A loss or a restart
 * after that leaves `answer` null, and only the box's next messages tell what happened. `before` runs in the same session,
 * before the request; what it returns is remembered with it.
 */
export async function sendOnce<R extends AcsRequest, B extends object = object>(
  context: WorkflowContext<unknown>,
  request: R,
  before?: (facts: SessionFacts) => Script<B>,
): Promise<Sent<R> & { before: B | null }> {
  const known = context.recall() as (SentMemo & { before: B | null }) | null
  if (known) return { ...known, answer: null }
  try {
    const answer = await context.inSession(async function* (facts) {
      const found = before ? yield* before(facts) : null
      context.step('sending', 0.3)
      context.remember({ since: context.mark(), sentAt: Date.now(), before: found } satisfies SentMemo & {
        before: B | null
      })
      return yield* ask(request)
    })
    return { ...recalled<B>(context), answer }
  } catch (error) {
    const isUnanswered = error instanceof AppError && error.code === 'RPC_UNANSWERED'
    if (context.signal.aborted || context.recall() === null || !(isLoss(error) || isUnanswered)) throw error
    return { ...recalled<B>(context), answer: null }
  }
}

function recalled<B>(context: WorkflowContext<unknown>): SentMemo & { before: B | null } {
  return context.recall() as SentMemo & { before: B | null }
}

/** After a restart a box gets at least this long, however late it is: it could not reach us meanwhile. */
const graceMs = 60_000

/** Until when proof of what was sent may come. */
export function proofUntil({ sentAt }: SentMemo, seconds: number): number {
  return Math.max(sentAt + seconds * 1000, Date.now() + graceMs)
}
