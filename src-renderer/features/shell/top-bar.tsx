import { ActionIcon, Tooltip } from '@mantine/core'
import { IconKeyboard, IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { keyName } from '../../keyboard/shortcuts.ts'
import { AdapterPicker } from './adapter-picker.tsx'
import classes from './top-bar.module.css'

interface TopBarProps {
  onOpenPalette: () => void
  onOpenSheet: () => void
}

/** Which adapter is listened on, and the way to every command. */
export function TopBar({ onOpenPalette, onOpenSheet }: TopBarProps) {
  const { t } = useTranslation()
  return (
    <header className={classes.bar}>
      <AdapterPicker />
      <div className={classes.space} />
      <button type="button" className={classes.search} onClick={onOpenPalette}>
        <IconSearch size={15} aria-hidden="true" />
        <span className={classes.searchText}>{t('shell.commands')}</span>
        <kbd className={classes.key}>{`${keyName('Mod')} K`}</kbd>
      </button>
      <Tooltip label={t('keyboard.title')}>
        <ActionIcon size="md" aria-label={t('keyboard.title')} onClick={onOpenSheet}>
          <IconKeyboard size={19} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </header>
  )
}
