import { Button } from '@mantine/core'
import { IconShieldCheck, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Firmware } from '#shared/model/firmware.ts'
import { call } from '../../api.ts'
import { useFormat } from '../../i18n/format.ts'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { useAction } from '../../ui/use-action.ts'
import classes from './firmware.module.css'
import { MetadataForm } from './metadata-form.tsx'
import { usePushWords } from './use-push-words.ts'

/** All about one file: what it shows of itself, and what the technician knows of it. */
export function FileDetails({ firmware, onUse }: { firmware: Firmware; onUse: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = usePushWords()
  const { id, fileName, sizeBytes, sha256, details } = firmware
  const [isVerified, setVerified] = useState(false)
  const verify = useAction(async () => {
    setVerified(false)
    await call('firmware.verify', { id })
    setVerified(true)
  })
  return (
    <div className={classes.details}>
      <Facts>
        <Fact label={t('firmware.file.size')}>
          {format.bytes(sizeBytes)} ({format.number(sizeBytes)} B)
        </Fact>
        <Fact label={t('firmware.file.format')}>{t(`firmware.formats.${firmware.format}`)}</Fact>
        {Object.entries(details).map(([name, value]) => {
          const detail = words.detail(name, value)
          return (
            <Fact key={name} label={detail.name}>
              {detail.value}
            </Fact>
          )
        })}
        <Fact label={t('firmware.file.sha256')} copy={sha256}>
          <code className={classes.hash}>{sha256}</code>
        </Fact>
      </Facts>
      <div className={classes.fileActions}>
        <Button
          variant="default"
          leftSection={<IconShieldCheck size={15} />}
          loading={verify.isRunning}
          onClick={verify.run}
        >
          {t('firmware.file.verify')}
        </Button>
        {isVerified && (
          <span role="status" className={classes.good}>
            {t('firmware.file.verified')}
          </span>
        )}
        <span className={classes.space} />
        <ConfirmButton
          title={t('firmware.file.removeTitle', { name: fileName })}
          text={t('firmware.file.removeText')}
          confirmLabel={t('firmware.file.remove')}
          onConfirm={async () => void (await call('firmware.remove', { id }))}
          renderButton={(open) => (
            <Button variant="subtle" color="red" leftSection={<IconTrash size={15} />} onClick={open}>
              {t('firmware.file.remove')}
            </Button>
          )}
        />
      </div>
      {verify.error && <ErrorPanel error={verify.error} />}
      <MetadataForm key={id} firmware={firmware} onUse={onUse} />
    </div>
  )
}
