import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { resolveLanguage } from '#shared/i18n/index.ts'
import type { KeptTemplate, Label, Template, TemplateVariable } from '#shared/model/template.ts'
import { type DeviceFacts, isMeant } from '#shared/templates/conditions.ts'
import { inherit } from '#shared/templates/inherit.ts'
import { useProvisionStore } from '../../stores/provision-store.ts'
import { type Fetched, useCall } from '../../ui/use-call.ts'

/** All templates, ready-made ones first; fetched anew when one changes. */
export function useTemplates(): Fetched<KeptTemplate[]> & { refetch: () => void } {
  return useCall(
    'templates.list',
    {},
    useProvisionStore((store) => store.templateRevision),
  )
}

/** What can be asked about templates by their ids. */
export interface TemplateBook {
  list: readonly KeptTemplate[]
  find: (id: string) => KeptTemplate | undefined
  /** The template with everything that its bases bring. */
  whole: (template: Template) => Template
  /** Whether it is meant for a box. */
  fits: (template: Template, device: DeviceFacts) => boolean
}

export function useTemplateBook(): TemplateBook | null {
  const fetched = useTemplates()
  const list = fetched.status === 'ready' ? fetched.value : null
  return useMemo(() => list && bookOf(list), [list])
}

function bookOf(list: readonly KeptTemplate[]): TemplateBook {
  const byId = new Map(list.map((template) => [template.id, template]))
  const find = (id: string): KeptTemplate | undefined => byId.get(id)
  const whole = (template: Template): Template => inherit(template, find).template
  return { list, find, whole, fits: (template, device) => isMeant(whole(template).condition, device) }
}

/** Texts of templates in the language of the window. */
export function useLabel(): (label: Label) => string {
  const { i18n } = useTranslation()
  const language = resolveLanguage(i18n.language)
  return (label) => (typeof label === 'string' ? label : label[language])
}

/** What a variable is called. */
export function useVariableName(variables: readonly TemplateVariable[]): (name: string) => string {
  const label = useLabel()
  return (name) => {
    const variable = variables.find((one) => one.name === name)
    return (variable && label(variable.label)) || name
  }
}
