import { conceptOf } from '../dictionary/index.ts'
import { isSecret } from '../dictionary/secret.ts'
import { AppError } from '../errors.ts'
import { type Template, TemplateFile } from '../model/template.ts'
import { inherit, type TemplateLibrary } from './inherit.ts'
import { isBarePlaceholder } from './placeholders.ts'

/** Templates as a file, with the bases they need; secrets stay behind. */
export function templatesToFile(templates: readonly Template[], library: TemplateLibrary): string {
  const all = new Map<string, Template>()
  const add = (template: Template): void => {
    if (all.has(template.id)) return
    all.set(template.id, withoutSecrets(template))
    const base = template.extends === undefined ? undefined : library(template.extends)
    if (base) add(base)
  }
  for (const template of templates) add(template)
  const file: TemplateFile = { format: 'fieldacs.templates', version: 1, templates: [...all.values()] }
  return `${JSON.stringify(file, null, 2)}\n`
}

function withoutSecrets(template: Template): Template {
  return {
    ...template,
    variables: template.variables.map((variable) => (variable.secret ? { ...variable, default: '' } : variable)),
    values: template.values.map((value) =>
      isSecretTarget(value.path, value.concept) && !isBarePlaceholder(value.value) ? { ...value, value: '' } : value,
    ),
  }
}

function isSecretTarget(path: string | undefined, concept: string | undefined): boolean {
  return path === undefined ? (conceptOf(concept ?? '')?.secret ?? false) : isSecret(path)
}

/** Reads a file of templates. Throws TEMPLATE_FILE_INVALID with the place that is wrong. */
export function templatesFromFile(text: string): Template[] {
  let content: unknown
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new AppError('TEMPLATE_FILE_INVALID', { place: '', detail: error instanceof Error ? error.message : '' })
  }
  const parsed = TemplateFile.safeParse(content)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new AppError('TEMPLATE_FILE_INVALID', { place: issue?.path.join('.') ?? '', detail: issue?.message ?? '' })
  }
  const { templates } = parsed.data
  const inFile = new Map(templates.map((template) => [template.id, template]))
  const cycle = templates.find((template) =>
    inherit(template, (id) => inFile.get(id)).problems.some(({ code }) => code === 'baseCycle'),
  )
  if (cycle) throw new AppError('TEMPLATE_FILE_INVALID', { place: cycle.id, detail: 'extends itself' })
  return templates
}
