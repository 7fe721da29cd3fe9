import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ErrorData } from '#shared/errors.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import classes from './fatal-page.module.css'

/** All there is when the app could not start: why, and what to do. */
export function FatalPage({ error }: { error: ErrorData }) {
  const { t } = useTranslation()
  return (
    <main className={classes.page}>
      <div className={classes.box}>
        <h1>{t('shell.fatalTitle')}</h1>
        <ErrorPanel error={error} />
        <Button className={classes.quit} onClick={() => window.close()}>
          {t('shell.fatalQuit')}
        </Button>
      </div>
    </main>
  )
}
