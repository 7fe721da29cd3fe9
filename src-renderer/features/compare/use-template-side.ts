import { useMemo, useState } from 'react'
import type { TemplateProblem, TemplateVariable } from '#shared/model/template.ts'
import type { DiffRow } from '#shared/parameters/diff.ts'
import { resolveTemplate } from '#shared/templates/resolve.ts'
import { useApp } from '../../stores/app-store.ts'
import type { CompareSide } from '../../stores/route.ts'
import { useTemplateBook } from '../templates/use-templates.ts'
import { templateRows } from './compare-rows.ts'
import type { SideValues } from './use-side.ts'

/** A template beside a box: what it asks for, what is wrong with it there, and the differences. */
export interface TemplateSide {
  variables: readonly TemplateVariable[]
  given: Readonly<Record<string, string>>
  onGive: (name: string, value: string) => void
  problems: readonly TemplateProblem[]
  rows: readonly DiffRow[]
  /** Secrets that the box does not show: nothing tells whether they differ. */
  hidden: number
}

/** What a template would make of the other side; null where no side is a template, or the other side has no values. */
export function useTemplateSide(
  left: CompareSide | undefined,
  right: CompareSide | undefined,
  { ours, theirs }: { ours: SideValues; theirs: SideValues },
): TemplateSide | null {
  const [given, setGiven] = useState<Readonly<Record<string, string>>>({})
  const book = useTemplateBook()
  const isLeft = left !== undefined && 'templateId' in left
  const side = isLeft ? left : right
  const other = isLeft ? theirs : ours
  const templateId = side && 'templateId' in side ? side.templateId : null
  const device = useApp((app) => (other.deviceId === null ? undefined : app.devices[other.deviceId]))
  return useMemo(() => {
    const template = templateId === null ? undefined : book?.find(templateId)
    if (!book || !template || !device || !other.values) return null
    const known = new Map(other.values.map((value) => [value.name, value]))
    const wanted = Object.entries(given).filter(([, value]) => value !== '')
    const { variables } = book.whole(template)
    const names = new Set(variables.map(({ name }) => name))
    const { changes, problems } = resolveTemplate({
      template,
      library: book.find,
      variables: Object.fromEntries(wanted.filter(([name]) => names.has(name))),
      device,
      known,
    })
    return {
      variables,
      given,
      onGive: (name, value) => setGiven((before) => ({ ...before, [name]: value })),
      problems,
      ...templateRows(changes, other.values, isLeft),
    }
  }, [templateId, book, device, other.values, given, isLeft])
}
