import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isFinal } from '#shared/model/job.ts'
import { useApp } from '../../stores/app-store.ts'
import { navigate } from '../../stores/route.ts'
import { chooseAdapter } from '../../stores/settings-actions.ts'
import { useAdapterChoice } from '../../stores/use-adapter.ts'
import { CopyIcon } from '../../ui/copy-button.tsx'
import { ShapeIcon } from '../../ui/shape.tsx'
import { useAction } from '../../ui/use-action.ts'
import classes from './adapter-notice.module.css'

/** Says on every page that the boxes cannot come, or not by the URL that they know. */
export function AdapterNotice() {
  const choice = useAdapterChoice()
  switch (choice.kind) {
    case 'gone':
      return <GoneNotice {...choice} />
    case 'moved':
      return <MovedNotice name={choice.adapter.name} from={choice.from} to={choice.adapter.address} />
    default:
      return null
  }
}

function GoneNotice({ name, address }: { name: string; address: string }) {
  const { t } = useTranslation()
  const waiting = useApp((app) => Object.values(app.jobs).filter(({ state }) => !isFinal(state)).length)
  return (
    <div className={classes.notice} role="alert">
      <ShapeIcon shape="cross" tone="bad" />
      <div className={classes.text}>
        <strong>{t('shell.adapterNotice.gone', { name, address })}</strong> {t('shell.adapterNotice.goneHint')}
        {waiting > 0 && ` ${t('shell.adapterNotice.waiting', { count: waiting })}`}
      </div>
      <Button variant="default" size="compact-sm" onClick={() => navigate({ page: 'home' })}>
        {t('shell.adapterNotice.chooseOther')}
      </Button>
    </div>
  )
}

function MovedNotice({ name, from, to }: { name: string; from: string; to: string }) {
  const { t } = useTranslation()
  const acsUrl = useApp((app) => app.endpoints.acsUrl)
  const accept = useAction(() => chooseAdapter({ name, address: to }))
  return (
    <div className={classes.notice} role="alert">
      <ShapeIcon shape="triangle" tone="warn" />
      <div className={classes.text}>
        <strong>{t('shell.adapterNotice.moved', { name, from, to })}</strong> {t('shell.adapterNotice.movedHint')}{' '}
        <code>{acsUrl}</code> <CopyIcon value={acsUrl} what={t('shell.status.acsUrl')} />
      </div>
      <Button variant="default" size="compact-sm" loading={accept.isRunning} onClick={accept.run}>
        {t('shell.adapterNotice.understood')}
      </Button>
    </div>
  )
}
