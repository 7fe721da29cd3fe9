import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { saveText } from '../../ui/save-text.ts'
import { useCall } from '../../ui/use-call.ts'
import classes from './settings.module.css'

/** The laptop's own authority: for boxes that check who they talk to. */
export function Authority() {
  const { t } = useTranslation()
  const format = useFormat()
  const authority = useCall('tls.authority', {})
  if (authority.status === 'loading') return null
  if (authority.status === 'failed') {
    return (
      <div className={classes.wide}>
        <ErrorPanel error={authority.error} retry={authority.refetch} />
      </div>
    )
  }
  const { subject, fingerprint, validUntil, pem } = authority.value
  return (
    <div className={classes.wide}>
      <div className={classes.label}>{t('settings.tls.authority')}</div>
      <div className={classes.hint}>{t('settings.tls.authorityHint')}</div>
      <Facts>
        <Fact label={t('settings.tls.subject')}>{subject}</Fact>
        <Fact label={t('settings.tls.validUntil')}>{format.dateTime(validUntil)}</Fact>
        <Fact label={t('settings.tls.fingerprint')} copy={fingerprint}>
          <code>{fingerprint}</code>
        </Fact>
      </Facts>
      <div className={classes.links}>
        <Button
          variant="default"
          leftSection={<IconDownload size={15} />}
          onClick={() => saveText('fieldacs-ca.pem', pem, 'application/x-pem-file')}
        >
          {t('settings.tls.export')}
        </Button>
        <CopyButton value={pem} what={t('settings.tls.authority')} />
      </div>
    </div>
  )
}
