import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Credential, CredentialScope } from '#shared/model/credential.ts'
import { call } from '../../api.ts'
import { useFormat } from '../../i18n/format.ts'
import { useField } from '../../stores/field-store.ts'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { CopyIcon } from '../../ui/copy-button.tsx'
import classes from './credentials.module.css'
import { Scope } from './scope.tsx'

const columns = ['scope', 'direction', 'username', 'changed', 'delete'] as const
const none: readonly Credential[] = []

/** What is kept, the narrowest first: it wins. */
export function CredentialList() {
  const { t } = useTranslation()
  const format = useFormat()
  const all = useField(({ credentials }) => credentials) ?? none
  if (all.length === 0) return <p className={classes.soft}>{t('credentialPage.none')}</p>
  const rank: Record<CredentialScope['kind'], number> = { device: 0, model: 1, default: 2 }
  const sorted = [...all].sort(
    (a, b) => rank[a.scope.kind] - rank[b.scope.kind] || b.changedAt.localeCompare(a.changedAt),
  )
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                <span className={column === 'delete' ? 'visually-hidden' : undefined}>
                  {t(`credentialPage.columns.${column}`)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ id, scope, direction, username, source, changedAt }) => (
            <tr key={id}>
              <td>
                <Scope scope={scope} />
              </td>
              <td>{t(`credentials.directions.${direction}`)}</td>
              <td>
                <code>{username}</code> <CopyIcon value={username} what={t('settings.username')} />
              </td>
              <td>
                {format.dateTime(changedAt)} <span className={classes.tag}>{t(`credentials.sources.${source}`)}</span>
              </td>
              <td>
                <ConfirmButton
                  title={t('credentialPage.deleteTitle', { username })}
                  text={t('credentialPage.deleteText')}
                  confirmLabel={t('common.delete')}
                  onConfirm={async () => void (await call('credentials.delete', { id }))}
                  renderButton={(open) => (
                    <Button variant="default" size="compact-xs" onClick={open}>
                      {t('common.delete')}
                    </Button>
                  )}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
