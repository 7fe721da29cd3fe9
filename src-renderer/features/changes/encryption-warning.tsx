import { Button, Group, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './changes.module.css'
import { ParameterName } from './parameter-name.tsx'

interface EncryptionWarningProps {
  paths: readonly string[]
  onSend: () => void
  onClose: () => void
}

/** Asked before a password goes out in plain to a box that wants it encrypted. */
export function EncryptionWarning({ paths, onSend, onClose }: EncryptionWarningProps) {
  const { t } = useTranslation()
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('changes.encryption.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <p>{t('changes.encryption.text')}</p>
      <ul className={classes.list}>
        {paths.map((path) => (
          <li key={path}>
            <ParameterName path={path} />
          </li>
        ))}
      </ul>
      <p>{t('changes.encryption.note')}</p>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button color="red" onClick={onSend}>
          {t('changes.encryption.send')}
        </Button>
      </Group>
    </Modal>
  )
}
