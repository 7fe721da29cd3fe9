import { Button } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconFile } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Firmware } from '#shared/model/firmware.ts'
import { useFormat } from '../../i18n/format.ts'
import { FileDetails } from './file-details.tsx'
import classes from './firmware.module.css'
import { usePushWords } from './use-push-words.ts'

interface LibraryRowProps {
  firmware: Firmware
  isOpen: boolean
  onToggle: () => void
  onUse: () => void
}

/** One kept file: what it is, for which boxes, and the way on. */
export function LibraryRow({ firmware, isOpen, onToggle, onUse }: LibraryRowProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = usePushWords()
  const { fileName, sizeBytes, metadata, addedAt } = firmware
  const Chevron = isOpen ? IconChevronUp : IconChevronDown
  return (
    <li className={classes.row} data-open={isOpen}>
      <div className={classes.fileLine}>
        <IconFile size={20} stroke={1.4} aria-hidden="true" className={classes.soft} />
        <div className={classes.fileText}>
          <strong className={classes.fileName}>{fileName}</strong>
          <span className={classes.facts}>
            <span>{words.fileType(metadata.fileType)}</span>
            <span data-missing={metadata.version === ''}>{metadata.version || t('firmware.library.noVersion')}</span>
            <span data-missing={metadata.models.length === 0}>
              {metadata.models.join(', ') || t('firmware.library.anyModel')}
            </span>
            <span>{format.bytes(sizeBytes)}</span>
            <span>{t('firmware.library.added', { time: format.dateTime(addedAt) })}</span>
          </span>
        </div>
        <Button
          variant="subtle"
          onClick={onToggle}
          rightSection={<Chevron size={15} />}
          aria-expanded={isOpen}
          aria-label={`${t('firmware.library.details')}: ${fileName}`}
        >
          {isOpen ? t('firmware.library.close') : t('firmware.library.details')}
        </Button>
        <Button
          variant={isOpen ? 'default' : 'filled'}
          onClick={onUse}
          aria-label={`${t('firmware.library.use')}: ${fileName}`}
        >
          {t('firmware.library.use')}
        </Button>
      </div>
      {isOpen && <FileDetails firmware={firmware} onUse={onUse} />}
    </li>
  )
}
