import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/format.ts'
import { useNow } from './use-now.ts'

/** How long ago something was, ticking; the exact time is its tooltip. */
export function TimeAgo({ at }: { at: string | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  if (at === null) return <span>{t('common.never')}</span>
  const isNow = now - Date.parse(at) < 2000
  return (
    <time dateTime={at} title={format.dateTime(at)}>
      {isNow ? t('common.now') : format.ago(at, now)}
    </time>
  )
}
