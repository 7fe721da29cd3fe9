import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { lastNameOf } from '#shared/cwmp/paths.ts'
import { isSecret } from '#shared/dictionary/secret.ts'
import type { PendingChange } from '../../stores/pending-store.ts'
import type { Known } from '../explorer/known.ts'
import classes from './changes.module.css'
import { ParameterName } from './parameter-name.tsx'
import { ShownValue } from './shown-value.tsx'

interface StagedTableProps {
  changes: readonly PendingChange[]
  known: Known
  onRevert: (path: string) => void
  onGo: (path: string) => void
}

/** Old and new side by side; what the box has changed itself since then is said. */
export function StagedTable({ changes, known, onRevert, onGo }: StagedTableProps) {
  const { t } = useTranslation()
  return (
    <table className={classes.table} aria-label={t('changes.label')}>
      <thead>
        <tr>
          <th scope="col">{t('changes.columns.parameter')}</th>
          <th scope="col">{t('changes.columns.old')}</th>
          <th scope="col">{t('changes.columns.value')}</th>
          <th>
            <span className="visually-hidden">{t('changes.revertAll')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => {
          const { path, value, old } = change
          const now = known.values.get(path)?.value ?? null
          const revertLabel = t('changes.revertOne', { what: lastNameOf(path) })
          return (
            <tr key={path}>
              <td>
                <button type="button" className={classes.link} onClick={() => onGo(path)}>
                  <ParameterName path={path} />
                </button>
              </td>
              <td className={classes.old}>
                <ShownValue path={path} value={old} />
                {now !== old && now !== null && (
                  <div className={classes.warn}>{t('changes.stale', { value: isSecret(path) ? '••••••••' : now })}</div>
                )}
              </td>
              <td className={classes.new}>
                <ShownValue path={path} value={value} />
              </td>
              <td className={classes.actions}>
                <Tooltip label={revertLabel}>
                  <ActionIcon size="sm" aria-label={revertLabel} onClick={() => onRevert(path)}>
                    <IconArrowBackUp size={15} />
                  </ActionIcon>
                </Tooltip>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
