import { Button } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

interface DetailsButtonProps {
  /** Whose details. */
  name: string
  isOpen: boolean
  onToggle: () => void
}

/** Opens and closes what stands below the line of one box. */
export function DetailsButton({ name, isOpen, onToggle }: DetailsButtonProps) {
  const { t } = useTranslation()
  const Chevron = isOpen ? IconChevronUp : IconChevronDown
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      aria-expanded={isOpen}
      aria-label={t('provision.details', { name })}
      rightSection={<Chevron size={14} />}
      onClick={onToggle}
    >
      {t('provision.check.show')}
    </Button>
  )
}
