import { AppError } from '#shared/errors.ts'
import type { KeptTemplate, Template, TemplatePreview } from '#shared/model/template.ts'
import { templatesFromFile, templatesToFile } from '#shared/templates/file.ts'
import { readyMadeTemplates } from '#shared/templates/ready-made.ts'
import { type ResolveInput, resolveTemplate } from '#shared/templates/resolve.ts'

/** The part of the store that templates need. */
export interface TemplateRecords {
  list(): KeptTemplate[]
  set(template: KeptTemplate): void
  remove(id: string): void
}

export interface TemplateServiceDeps {
  records: TemplateRecords
  /** Names of rules that start a template. */
  startedBy: (id: string) => string[]
  onChange: (template: KeptTemplate) => void
  onRemove: (id: string) => void
}

/** The templates of the app and of the technician. */
export class TemplateService {
  readonly #deps: TemplateServiceDeps
  readonly #own = new Map<string, KeptTemplate>()

  constructor(deps: TemplateServiceDeps) {
    this.#deps = deps
  }

  start(): void {
    for (const template of this.#deps.records.list()) this.#own.set(template.id, template)
  }

  /** Ready-made ones first. */
  list(): KeptTemplate[] {
    return [...readyMadeTemplates, ...this.#own.values()]
  }

  find(id: string): KeptTemplate | undefined {
    return this.#own.get(id) ?? readyMadeTemplates.find((template) => template.id === id)
  }

  /** Throws NOT_FOUND. */
  get(id: string): KeptTemplate {
    const template = this.find(id)
    if (!template) throw new AppError('NOT_FOUND', { id })
    return template
  }

  /** Keeps a new or changed template. Throws TEMPLATE_READY_MADE, TEMPLATE_FILE_INVALID where it extends itself. */
  save(template: Template): KeptTemplate {
    if (readyMadeTemplates.some(({ id }) => id === template.id))
      throw new AppError('TEMPLATE_READY_MADE', { id: template.id })
    templatesFromFile(
      JSON.stringify({ format: 'fieldacs.templates', version: 1, templates: this.#withBases(template) }),
    )
    return this.#keep(template)
  }

  /** Throws NOT_FOUND, TEMPLATE_READY_MADE, TEMPLATE_IN_USE. */
  remove(id: string): void {
    if (this.get(id).readyMade) throw new AppError('TEMPLATE_READY_MADE', { id })
    const dependants = [...this.#own.values()].filter((one) => one.extends === id).map((one) => one.id)
    const by = [...dependants, ...this.#deps.startedBy(id)]
    if (by.length > 0) throw new AppError('TEMPLATE_IN_USE', { by: by.join(', ') })
    this.#own.delete(id)
    this.#deps.records.remove(id)
    this.#deps.onRemove(id)
  }

  /** Takes in a file; a template that is here already under its id is replaced. Throws TEMPLATE_FILE_INVALID. */
  import(text: string): KeptTemplate[] {
    return templatesFromFile(text)
      .filter(({ id }) => !readyMadeTemplates.some((one) => one.id === id))
      .map((template) => this.#keep(template))
  }

  /** Templates as a file. Throws NOT_FOUND. */
  export(ids: readonly string[]): string {
    const own = (id: string): Template | undefined => plainTemplate(this.#own.get(id))
    return templatesToFile(
      ids.map((id) => plainTemplate(this.get(id)) as Template),
      own,
    )
  }

  /** What a template would do to a box, tried on what is known of it. */
  preview(template: string | Template, rest: Omit<ResolveInput, 'template' | 'library'>): TemplatePreview {
    return resolveTemplate({ ...rest, template: this.whole(template), library: (id) => this.find(id) })
  }

  /** The template itself, by its id or as given. Throws NOT_FOUND. */
  whole(template: string | Template): Template {
    return typeof template === 'string' ? this.get(template) : template
  }

  #keep(template: Template): KeptTemplate {
    const kept: KeptTemplate = { ...template, readyMade: false, changedAt: new Date().toISOString() }
    this.#deps.records.set(kept)
    this.#own.set(kept.id, kept)
    this.#deps.onChange(kept)
    return kept
  }

  #withBases(template: Template): Template[] {
    const others = [...this.#own.values()].filter(({ id }) => id !== template.id)
    return [template, ...others.map((one) => plainTemplate(one) as Template)]
  }
}

function plainTemplate(kept: KeptTemplate | undefined): Template | undefined {
  if (!kept) return undefined
  const { readyMade: _readyMade, changedAt: _changedAt, ...template } = kept
  return template
}
