import type { ModelSpec, ParameterSpecs, TableSpec } from './spec.ts'

/** What may stand at one place of the tree: the tables of a model, arranged as a tree. */
export interface Schema {
  readonly parameters: ParameterSpecs
  readonly objects: ReadonlyMap<string, Schema>
  /** Set when this object is a table: its rule, and what a row holds. */
  readonly table?: { readonly spec: TableSpec; readonly row: Schema }
}

interface Draft {
  parameters: ParameterSpecs
  objects: Map<string, Draft>
  row?: Draft
  spec?: TableSpec
}

const draft = (): Draft => ({ parameters: {}, objects: new Map() })

/** Arranges the object tables of a model; throws when a table of rows has no rule, which is a mistake in the model. */
export function buildSchema(model: ModelSpec): Schema {
  const root = draft()
  for (const [path, parameters] of Object.entries(model.objects)) {
    place(root, path.split('.').slice(0, -1)).parameters = parameters
  }
  for (const [path, spec] of Object.entries(model.tables)) {
    place(root, path.split('.').slice(0, -1)).spec = spec
  }
  return finish(root, '')
}

function place(from: Draft, steps: readonly string[]): Draft {
  let at = from
  for (const step of steps) {
    if (step === '{i}') {
      at.row ??= draft()
      at = at.row
    } else {
      const next = at.objects.get(step) ?? draft()
      at.objects.set(step, next)
      at = next
    }
  }
  return at
}

function finish(from: Draft, path: string): Schema {
  const objects = new Map([...from.objects].map(([name, child]) => [name, finish(child, `${path}${name}.`)]))
  if (from.row === undefined) {
    return { parameters: from.parameters, objects }
  }
  if (from.spec === undefined) {
    throw new Error(`model table ${path} has rows but no rule`)
  }
  return { parameters: from.parameters, objects, table: { spec: from.spec, row: finish(from.row, `${path}{i}.`) } }
}
