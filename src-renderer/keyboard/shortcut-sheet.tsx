import { Kbd, Modal } from '@mantine/core'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './shortcut-sheet.module.css'
import { keyName, type Shortcut, shortcuts } from './shortcuts.ts'

const groups: Shortcut['group'][] = ['general', 'list']

/** The table of keys, as it is. */
export function ShortcutSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('keyboard.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {groups.map((group) => (
        <Fragment key={group}>
          <h2 className={classes.group}>{t(`keyboard.groups.${group}`)}</h2>
          <dl className={classes.list}>
            {shortcuts
              .filter((shortcut) => shortcut.group === group)
              .map(({ id, keys }) => (
                <div key={id} className={classes.row}>
                  <dt>{t(`keyboard.shortcuts.${id}`)}</dt>
                  <dd className={classes.keys}>
                    {keys.map((key) => (
                      <Kbd key={key}>{keyName(key)}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
          </dl>
        </Fragment>
      ))}
    </Modal>
  )
}
