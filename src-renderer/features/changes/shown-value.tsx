import { useTranslation } from 'react-i18next'
import { isSecret } from '#shared/dictionary/secret.ts'
import classes from './changes.module.css'

/** A value in a table of old and new; secrets stay covered, nothing is "empty", what is not known is said. */
export function ShownValue({ path, value }: { path: string; value: string | null | undefined }) {
  const { t } = useTranslation()
  if (value === undefined) return null
  if (value === null) return <em className={classes.faint}>{t('changes.unknownOld')}</em>
  if (value === '') return <em className={classes.faint}>{t('read.values.empty')}</em>
  return (
    <code className={classes.code} title={isSecret(path) ? undefined : value}>
      {isSecret(path) ? '••••••••' : value}
    </code>
  )
}
