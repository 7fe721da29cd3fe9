import { dataModelOf } from '#shared/cwmp/paths.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'
import { metricSpecs } from '#shared/monitor-metrics.ts'
import type { Script } from '../cwmp/script.ts'
import type { SessionFacts } from '../cwmp/work.ts'
import { rootIn } from '../workflows/read.ts'
import { readPaths } from '../workflows/read-paths.ts'
import type { ReadManner } from '../workflows/tree-read.ts'

/**
 * Reads what is monitored in one short session: the names that are known, else the branches in which the metrics of the
 * box's data model stand.
 */
export async function* readSample(
  facts: SessionFacts,
  names: readonly string[] | null,
  extra: readonly string[],
  manner: ReadManner,
): Script<ParameterValue[]> {
  const paths = names ?? branchesFor(facts)
  const { values } = yield* readPaths([...new Set([...paths, ...extra])], manner)
  return values
}

/** The objects that hold metrics, without those inside of others. */
function branchesFor({ inform }: SessionFacts): string[] {
  const root = rootIn(inform.parameters)
  const model = dataModelOf(inform.parameters.map(({ name }) => name))
  const own = metricSpecs.filter(
    ({ models, path }) => path.startsWith(root) && (model === 'unknown' || models.includes(model)),
  )
  const branches = new Set(own.map(({ path }) => branchOf(path)))
  return [...branches].filter((branch) => ![...branches].some((other) => other !== branch && branch.startsWith(other)))
}

/** Up to the first table, or the object itself; a single parameter where its object holds much else. */
function branchOf(path: string): string {
  const table = path.indexOf('{i}')
  if (table >= 0) return path.slice(0, table)
  return /DeviceInfo\.UpTime$/.test(path) ? path : path.slice(0, path.lastIndexOf('.') + 1)
}
