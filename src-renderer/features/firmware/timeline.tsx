import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '#shared/model/firmware-push.ts'
import { useFormat } from '../../i18n/format.ts'
import { Card } from '../../ui/card.tsx'
import classes from './firmware.module.css'
import { usePushWords } from './use-push-words.ts'

/** What happened, in order. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = usePushWords()
  return (
    <Card title={t('firmware.job.timeline')}>
      <ol className={classes.timeline}>
        {entries.map((entry) => (
          <li key={`${entry.at} ${entry.step}`}>
            <time dateTime={entry.at}>{format.preciseTime(entry.at)}</time>
            <span>{words.timeline(entry)}</span>
          </li>
        ))}
      </ol>
    </Card>
  )
}
