import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcut } from '../keyboard/use-shortcut.ts'

interface FilterInputProps {
  value: string
  onChange: (value: string) => void
  label: string
  width?: number
}

/** The search field of a list: Ctrl+F goes to it, Escape clears it. */
export function FilterInput({ value, onChange, label, width = 340 }: FilterInputProps) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  useShortcut('filter', () => input.current?.select())
  return (
    <TextInput
      ref={input}
      type="search"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && value !== '') {
          event.stopPropagation()
          onChange('')
        }
      }}
      placeholder={label}
      aria-label={label}
      title={label}
      leftSection={<IconSearch size={15} />}
      rightSection={
        value === '' ? null : <CloseButton size="xs" aria-label={t('common.clear')} onClick={() => onChange('')} />
      }
      style={{ flex: `0 1 ${width}px`, minWidth: 140 }}
    />
  )
}
