import type { DataModelDocument, ModelObject, ModelParameter, ModelStatus } from '#shared/model/data-model.ts'
import { plainDescription } from './description.ts'
import { findPart, type Import, type ModelFile, type Part } from './document.ts'
import { readSyntax, type TypeFinder } from './syntax.ts'
import type { XmlElement } from './xml-tree.ts'

/** Components and models lead to others; more than this is a circle. */
const maxSteps = 50

/**
 * A model with everything that its bases and components bring, in the order in which it is written. A part that stands a
 * second time, with `base`, amends the first: new limits replace the old, a description is appended or replaced.
 */
export class ModelFlattener {
  readonly #objects = new Map<string, ModelObject>()
  readonly #parameters = new Map<string, ModelParameter>()
  readonly #missing = new Set<string>()

  /** Parts that were named and found nowhere. */
  get missing(): string[] {
    return [...this.#missing]
  }

  /** What was read so far. */
  result(name: string): DataModelDocument {
    return { name, objects: [...this.#objects.values()], parameters: [...this.#parameters.values()] }
  }

  /** Reads a model; gives nothing, but may be left and taken up again: each `next()` is one object. */
  *flatten({ element, home }: Part, steps = 0): Generator<void, void, void> {
    const base = element.attributes.base
    if (base !== undefined && steps < maxSteps) {
      const part = this.#find(home, 'model', base)
      if (part && part.element !== element) yield* this.flatten(part, steps + 1)
    }
    yield* this.#body(element, home, '', steps)
  }

  *#body(holder: XmlElement, home: ModelFile, path: string, steps: number): Generator<void, void, void> {
    for (const child of holder.children) {
      if (child.name === 'object') {
        const own = path + (child.attributes.name ?? child.attributes.base ?? '')
        this.#object(child, own)
        yield
        yield* this.#body(child, home, own, steps)
      } else if (child.name === 'parameter') this.#parameter(child, home, path)
      else if (child.name === 'component' && steps < maxSteps) {
        const part = this.#find(home, 'component', child.attributes.ref ?? '')
        if (part) yield* this.#body(part.element, part.home, path + (child.attributes.path ?? ''), steps + 1)
      }
    }
  }

  #object({ attributes, children }: XmlElement, path: string): void {
    if (path === '') return
    const before = this.#objects.get(path)
    const max = attributes.maxEntries
    this.#objects.set(path, {
      path,
      writable: attributes.access === undefined ? (before?.writable ?? false) : attributes.access === 'readWrite',
      minEntries: Number(attributes.minEntries ?? before?.minEntries ?? 1) || 0,
      maxEntries: max === undefined ? (before ? before.maxEntries : 1) : max === 'unbounded' ? null : Number(max) || 1,
      version: before?.version || (attributes.version ?? ''),
      status: statusOf(attributes.status, before?.status),
      about: aboutOf(children, before?.about),
    })
  }

  #parameter({ attributes, children }: XmlElement, home: ModelFile, object: string): void {
    const path = object + (attributes.name ?? attributes.base ?? '')
    if (path === object) return
    const before = this.#parameters.get(path)
    const syntax = children.find(({ name }) => name === 'syntax')
    const { access } = attributes
    this.#parameters.set(path, {
      ...(syntax
        ? readSyntax(syntax, this.#typesOf(home))
        : (before ?? { type: 'string', list: false, hidden: false })),
      path,
      writable: access === undefined ? (before?.writable ?? false) : access !== 'readOnly',
      version: before?.version || (attributes.version ?? ''),
      status: statusOf(attributes.status, before?.status),
      about: aboutOf(children, before?.about),
    })
  }

  #typesOf(home: ModelFile): TypeFinder {
    return (name) => {
      const part = this.#find(home, 'dataType', name)
      return part && { element: part.element, typeOf: this.#typesOf(part.home) }
    }
  }

  #find(home: ModelFile, kind: Import['kind'], name: string): Part | undefined {
    const part = findPart(home, kind, name)
    if (!part) this.#missing.add(name)
    return part
  }
}

function statusOf(text: string | undefined, before: ModelStatus = 'current'): ModelStatus {
  return text === 'deprecated' || text === 'obsoleted' || text === 'deleted' || text === 'current' ? text : before
}

function aboutOf(children: readonly XmlElement[], before = ''): string {
  const description = children.find(({ name }) => name === 'description')
  if (!description) return before
  const text = plainDescription(description.text)
  switch (description.attributes.action) {
    case 'append':
      return plainDescription(`${before} ${text}`)
    case 'prefix':
      return plainDescription(`${text} ${before}`)
    default:
      return text
  }
}
