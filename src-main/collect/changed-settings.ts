import type { ParameterValue } from '#shared/model/parameter.ts'
import { ask, RpcFault } from '../cwmp/script.ts'
import type { WorkflowContext } from '../jobs/workflow.ts'

/** What a job's memo owes its box: values as they were before the job changed them. */
export interface OwedMemo {
  restore: ParameterValue[]
}

/** The values that a memo owes; none where it is of another shape. */
export function owedIn(memo: unknown): ParameterValue[] {
  const restore = (memo as Partial<OwedMemo> | null)?.restore
  return Array.isArray(restore) ? restore : []
}

type Context = Pick<WorkflowContext<unknown>, 'inSession' | 'recall' | 'remember' | 'commandKey'>

/** Settings that a job changes in its box for its own time. What they were is remembered before they are changed. */
export class ChangedSettings {
  readonly #context: Context

  constructor(context: Context) {
    this.#context = context
  }

  /** Writes what the box has of `wanted`, by leaf name below `object`. */
  async change(
    object: string,
    wanted: Readonly<Record<string, string>>,
    known: ReadonlyMap<string, ParameterValue>,
  ): Promise<void> {
    const own = Object.entries(wanted).flatMap(([leaf, value]) => {
      const one = known.get(object + leaf)
      return one === undefined ? [] : [{ one, value }]
    })
    const owed = owedIn(this.#context.recall())
    this.#remember([...owed, ...own.map(({ one }) => one)])
    try {
      await this.#write(own.map(({ one, value }) => ({ ...one, value })))
    } catch (error) {
      // The box took nothing of it.
      if (error instanceof RpcFault) this.#remember(owed)
      throw error
    }
  }

  /** Puts back all that stands below a path as it was; what the box refuses stays as it is. */
  async putBack(below: string): Promise<void> {
    const owed = owedIn(this.#context.recall())
    const own = owed.filter(({ name }) => name.startsWith(below))
    if (own.length === 0) return
    await this.#write(own).catch((error: unknown) => {
      if (!(error instanceof RpcFault)) throw error
    })
    this.#remember(owed.filter((one) => !own.includes(one)))
  }

  #remember(restore: ParameterValue[]): void {
    this.#context.remember(restore.length === 0 ? null : ({ restore } satisfies OwedMemo))
  }

  async #write(parameters: ParameterValue[]): Promise<void> {
    if (parameters.length === 0) return
    const { commandKey: parameterKey } = this.#context
    await this.#context.inSession(
      async function* () {
        yield* ask({ name: 'SetParameterValues', parameters, parameterKey })
      },
      { retries: 2 },
    )
  }
}
