import { Select } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { areas, concepts } from '#shared/dictionary/index.ts'
import { resolveLanguage } from '#shared/i18n/index.ts'

const shownConcepts = 60

/** What can be written, with everything by which it may be searched. */
const writable = concepts.filter((concept) => concept.writable)
const searched = new Map(
  writable.map(({ id, name, paths }) => [
    id,
    [id, name.en, name['zh-CN'], ...paths.map(({ path }) => path)].join('\n').toLowerCase(),
  ]),
)

interface ConceptPickerProps {
  value: string
  onChange: (id: string) => void
}

/** A meaning of the dictionary, found by its name in either language or by a path. */
export function ConceptPicker({ value, onChange }: ConceptPickerProps) {
  const { t, i18n } = useTranslation()
  const language = resolveLanguage(i18n.language)
  const data = useMemo(
    () =>
      areas.map((area) => ({
        group: t(`dictionary.areas.${area}`),
        items: writable
          .filter((concept) => concept.area === area)
          .map(({ id, name }) => ({ value: id, label: `${name[language]} · ${id}` })),
      })),
    [t, language],
  )
  return (
    <Select
      aria-label={t('templates.value.concept')}
      placeholder={t('templates.value.search')}
      data={data}
      value={value === '' ? null : value}
      searchable
      limit={shownConcepts}
      nothingFoundMessage={t('templates.value.nothingFound')}
      filter={({ options, search, limit }) => {
        const words = search
          .toLowerCase()
          .split(/[\s·]+/)
          .filter(Boolean)
        let left = limit
        return options.flatMap((group) => {
          if (!('items' in group)) return []
          const items = group.items
            .filter((one) => words.every((word) => searched.get(one.value)?.includes(word)))
            .slice(0, left)
          left -= items.length
          return items.length === 0 ? [] : [{ ...group, items }]
        })
      }}
      onChange={(id) => id !== null && onChange(id)}
    />
  )
}
