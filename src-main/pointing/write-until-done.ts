import { isSecret } from '#shared/dictionary/secret.ts'
import type { WriteInput, WrittenValue } from '#shared/model/job-kinds.ts'
import type { SessionFacts } from '../cwmp/work.ts'
import { isLoss } from '../jobs/job-in-session.ts'
import type { WorkflowContext } from '../jobs/workflow.ts'
import { type WriteMemo, type Written, writeValues } from '../workflows/write-values.ts'

const maxLosses = 3

/** Keeps what is being written, beside whatever else the job remembers. */
export interface WriteMemory {
  recall: () => WriteMemo | null
  remember: (memo: WriteMemo) => void
}

/** Writes values with proof, in as many sessions as it takes to get the answer; parts that the box refuses are told. */
export async function writeUntilDone(
  context: WorkflowContext<unknown>,
  valuesFor: (facts: SessionFacts) => WriteInput['values'],
  memory: WriteMemory,
): Promise<Written> {
  for (let losses = 0; ; losses += 1) {
    try {
      return await context.inSession((facts) =>
        writeValues(context, { values: valuesFor(facts), bisect: true, parameterKey: context.commandKey, ...memory }),
      )
    } catch (error) {
      if (!isLoss(error) || context.signal.aborted || losses >= maxLosses) throw error
    }
  }
}

/** The values as a result may show them: passwords are kept in the secret store, or nowhere. */
export function withoutSecrets(values: readonly WrittenValue[]): WrittenValue[] {
  return values.map((value) => (isSecret(value.name) ? { ...value, value: '', old: null } : value))
}
