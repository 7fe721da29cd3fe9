import { QRCodeSVG } from 'qrcode.react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store.ts'
import { useAdapterChoice } from '../../stores/use-adapter.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import classes from './home.module.css'
import { StepCard } from './step-card.tsx'

/** Step 2: what to enter on the box. */
export function AcsUrlCard() {
  const { t } = useTranslation()
  const acsUrl = useApp((app) => app.endpoints.acsUrl)
  const listener = useApp((app) => app.listeners.find(({ name }) => name === 'acs'))
  const { auth, username } = useApp((app) => app.settings.cwmp)
  const isGone = useAdapterChoice().kind === 'gone'
  const isOpen = listener?.state === 'listening' && !isGone
  const isLoopback = /^(127\.|::1|localhost)/.test(listener?.address ?? '')
  return (
    <StepCard step={2} title={t('home.url.title')} hint={t('home.url.hint')}>
      {isOpen ? (
        <div className={classes.url}>
          <div className={classes.urlText}>
            <output className={classes.urlValue} aria-label={t('shell.status.acsUrl')}>
              {acsUrl}
            </output>
            <div>
              <CopyButton value={acsUrl} what={t('shell.status.acsUrl')} />
            </div>
            <p className={isLoopback ? classes.notice : classes.hint}>
              {isLoopback
                ? t('home.url.demoHint')
                : auth === 'none'
                  ? t('home.url.noAuth')
                  : t('home.url.withAuth', { username, auth: t(`settings.auths.${auth}`) })}
            </p>
          </div>
          <div className={classes.qr}>
            <QRCodeSVG value={acsUrl} size={112} marginSize={1} title={t('home.url.qr')} role="img" />
          </div>
        </div>
      ) : (
        <p className={classes.hint}>{t(isGone ? 'home.url.noAdapter' : 'home.url.notReady')}</p>
      )}
    </StepCard>
  )
}
