import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

interface CopyProps {
  value: string
  /** What is copied, for the label: "Copy serial number". */
  what: string
}

/** A small button that copies a value and says so. */
export function CopyIcon({ value, what }: CopyProps) {
  const { t } = useTranslation()
  const clipboard = useClipboard({ timeout: 1500 })
  const label = clipboard.copied ? t('common.copied') : t('common.copyValue', { what })
  return (
    <Tooltip label={label}>
      <ActionIcon
        size="xs"
        aria-label={label}
        onClick={(event) => {
          event.stopPropagation()
          clipboard.copy(value)
        }}
      >
        {clipboard.copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
      </ActionIcon>
    </Tooltip>
  )
}

/** The same with its word beside it, for the value a page is about. */
export function CopyButton({ value, what, label }: CopyProps & { label?: string }) {
  const { t } = useTranslation()
  const clipboard = useClipboard({ timeout: 1500 })
  return (
    <Button
      variant="default"
      aria-label={t('common.copyValue', { what })}
      leftSection={clipboard.copied ? <IconCheck size={15} /> : <IconCopy size={15} />}
      onClick={() => clipboard.copy(value)}
    >
      {clipboard.copied ? t('common.copied') : (label ?? t('common.copy'))}
    </Button>
  )
}
