import { useTranslation } from 'react-i18next'
import type { Language, languageNames } from '#shared/i18n/index.ts'
import type { Label, Template } from '#shared/model/template.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { TemplateEditor } from './template-editor.tsx'
import { emptyTemplate } from './template-form.ts'
import { useTemplateBook } from './use-templates.ts'

/** One template: new, a copy of another, or one that is kept. */
export function TemplatePage({ id, copyOf }: { id?: string; copyOf?: string }) {
  const { t } = useTranslation()
  const book = useTemplateBook()
  if (!book) return null
  const source = id ?? copyOf
  const kept = source === undefined ? undefined : book.find(source)
  if (source !== undefined && !kept) {
    return (
      <Page title={t('provision.tabs.templates')} canGoBack>
        <EmptyState text={t('templates.gone')} />
      </Page>
    )
  }
  const {
    readyMade,
    changedAt: _changedAt,
    ...template
  } = kept ?? { ...emptyTemplate(), readyMade: false, changedAt: '' }
  const initial: Template =
    copyOf === undefined
      ? template
      : {
          ...template,
          id: crypto.randomUUID(),
          name: renamed(template.name, (language) => t('templates.copyOf', { lng: language, name: '{{name}}' })),
        }
  return (
    <TemplateEditor
      key={`${id} ${copyOf}`}
      initial={initial}
      book={book}
      isNew={id === undefined}
      isReadOnly={readyMade && id !== undefined}
    />
  )
}

/** The name of a copy, in each language that the name has. */
function renamed(name: Label, patternOf: (language: Language | undefined) => string): Label {
  const inPattern = (text: string, language?: Language): string => patternOf(language).replace('{{name}}', text)
  if (typeof name === 'string') return inPattern(name)
  const [zh, en] = (['zh-CN', 'en'] as const satisfies (keyof typeof languageNames)[]).map((language) =>
    inPattern(name[language], language),
  )
  return { 'zh-CN': zh ?? '', en: en ?? '' }
}
