import type { Template, TemplateProblem, TemplateValue } from '../model/template.ts'

/** Finds templates by their id. */
export type TemplateLibrary = (id: string) => Template | undefined

export interface Inherited {
  /** The template with everything that its bases bring; no longer extends anything. */
  template: Template
  problems: TemplateProblem[]
}

/** Brings in the bases: variables and values of the base first, replaced where the template has its own. */
export function inherit(template: Template, library: TemplateLibrary, above: readonly string[] = []): Inherited {
  const { extends: baseId, ...own } = template
  if (baseId === undefined) return { template: own, problems: [] }
  const chain = [...above, template.id]
  if (chain.includes(baseId)) return broken(own, 'baseCycle', baseId)
  const found = library(baseId)
  if (!found) return broken(own, 'baseMissing', baseId)
  const { template: base, problems } = inherit(found, library, chain)
  return {
    problems,
    template: {
      ...own,
      variables: replaced(base.variables, own.variables, ({ name }) => name),
      objects: replaced(base.objects, own.objects, ({ name }) => name),
      values: replaced(base.values, own.values, keyOf),
      condition: { ...base.condition, ...own.condition },
    },
  }
}

function broken(template: Template, code: 'baseCycle' | 'baseMissing', base: string): Inherited {
  return { template, problems: [{ level: 'error', code, params: { base } }] }
}

/** Base's order; what is new stands at the end. */
function replaced<T>(base: readonly T[], own: readonly T[], key: (item: T) => string): T[] {
  const winners = new Map([...base, ...own].map((item) => [key(item), item]))
  return [...winners.values()]
}

function keyOf({ path, concept, instance, object, when }: TemplateValue): string {
  return JSON.stringify([path ?? null, concept ?? null, object ?? instance, when ?? null])
}
