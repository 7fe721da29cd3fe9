import { Button, Tooltip } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { resolveLanguage } from '#shared/i18n/index.ts'
import type { ParameterFailure, ParameterValue } from '#shared/model/parameter.ts'
import { parametersToCsv } from '#shared/parameters/export.ts'
import { fileName, saveText } from '../../ui/save-text.ts'

interface ExportButtonProps {
  /** What the file is about, for its name. */
  subject: string
  at: string
  values: readonly ParameterValue[]
  failed: readonly ParameterFailure[]
}

/** Saves values as a CSV file, without secrets: the explorer saves those, too, when asked. */
export function ExportButton({ subject, at, values, failed }: ExportButtonProps) {
  const { t, i18n } = useTranslation()
  function handleClick(): void {
    const heads = {
      path: t('read.values.csv.path'),
      name: t('read.values.csv.name'),
      value: t('read.values.csv.value'),
      type: t('read.values.csv.type'),
      fault: t('read.values.csv.fault'),
    }
    const csv = parametersToCsv(values, heads, resolveLanguage(i18n.language), { withSecrets: false, failed })
    saveText(`${fileName(subject, at.slice(0, 19))}.csv`, csv)
  }
  return (
    <Tooltip label={t('read.values.exportHint')}>
      <Button variant="default" leftSection={<IconDownload size={15} />} onClick={handleClick}>
        {t('read.values.exportCsv')}
      </Button>
    </Tooltip>
  )
}
