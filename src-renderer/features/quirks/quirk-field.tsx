import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Quirk, type QuirkName, quirkTable } from '#shared/model/quirk.ts'

interface QuirkFieldProps {
  name: QuirkName
  value: Quirk['value']
  onCommit: (value: Quirk['value']) => void
}

/** The values of a quirk that is one of a few; null for those that are numbers, texts or yes and no. */
const choices: Record<QuirkName, readonly string[] | null> = {
  booleanForm: quirkTable.booleanForm.schema.options,
  dateTimeMilliseconds: quirkTable.dateTimeMilliseconds.schema.options,
  batchSize: null,
  rootNames: quirkTable.rootNames.schema.options,
  cookiePath: null,
  emptyAnswer: quirkTable.emptyAnswer.schema.options,
  noTransferComplete: null,
  skipWritableCheck: null,
}

/** The editor that suits the type of a quirk; what its schema refuses is said and not kept. */
export function QuirkField({ name, value, onCommit }: QuirkFieldProps) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<string | number | null>(null)
  const options = choices[name]
  const label = t(`quirks.${name}`)
  if (options) {
    return (
      <Select
        aria-label={label}
        value={String(value)}
        data={options.map((option) => ({ value: option, label: quirkValueText(name, option, t) }))}
        onChange={(next) => next !== null && onCommit(next)}
        allowDeselect={false}
      />
    )
  }
  if (typeof value === 'boolean') {
    return (
      <Checkbox
        aria-label={label}
        label={t(`quirkValues.${value ? 'yes' : 'no'}`)}
        checked={value}
        onChange={(event) => onCommit(event.currentTarget.checked)}
      />
    )
  }
  const isValid = draft === null || quirkTable[name].schema.safeParse(draft).success
  const field = {
    'aria-label': label,
    value: draft ?? value,
    error: isValid ? null : t('settings.invalid'),
    onBlur: commit,
    onKeyDown: (event: React.KeyboardEvent) => event.key === 'Enter' && commit(),
  }
  function commit(): void {
    if (draft === null || !isValid) return
    onCommit(draft)
    setDraft(null)
  }
  return typeof value === 'number' ? (
    <NumberInput {...field} onChange={setDraft} allowDecimal={false} hideControls />
  ) : (
    <TextInput {...field} value={String(field.value)} onChange={(event) => setDraft(event.currentTarget.value)} />
  )
}

/** A value of a quirk in words. */
export function quirkValueText(name: QuirkName, value: Quirk['value'], t: TFunction): string {
  const lookUp = t as unknown as (key: string) => string
  if (typeof value === 'boolean') return t(`quirkValues.${value ? 'yes' : 'no'}`)
  return choices[name] ? lookUp(`quirkValues.${name}.${value}`) : String(value)
}
