import { useTranslation } from 'react-i18next'
import type { EvidenceItem } from '#shared/model/collect.ts'
import { useFormat } from '../../i18n/format.ts'
import { type ErrorWords, useWords } from '../../i18n/words.ts'
import { Card } from '../../ui/card.tsx'
import { type Look, StateLabel } from '../../ui/state-label.tsx'
import classes from './collect.module.css'

const looks: Record<EvidenceItem['status'], Look> = {
  waiting: { shape: 'dots', tone: 'muted' },
  asked: { shape: 'half', tone: 'info' },
  receiving: { shape: 'half', tone: 'info' },
  done: { shape: 'check', tone: 'ok' },
  empty: { shape: 'square', tone: 'muted' },
  missing: { shape: 'ring', tone: 'muted' },
  failed: { shape: 'triangle', tone: 'bad' },
}

/** What is collected, each line ticked off as it comes. */
export function ItemList({ items }: { items: readonly EvidenceItem[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useWords()
  const wanted = items.filter(({ status }) => status !== 'missing')
  const done = wanted.filter(({ status }) => status === 'done').length
  return (
    <Card
      title={t('collect.list.title')}
      actions={
        <span className={classes.soft} role="status">
          {t('collect.list.summary', { done, total: wanted.length })}
        </span>
      }
    >
      <ul className={classes.items}>
        {items.map(({ id, kind, detail, status, bytes, count, protocol, error }) => (
          <li key={id} className={classes.item} data-status={status}>
            <StateLabel look={looks[status]}>
              <span className="visually-hidden">{t(`collect.statuses.${status}`)}: </span>
            </StateLabel>
            <span className={classes.itemName}>
              {t(`collect.items.${kind}`)}
              {detail !== '' && <code className={classes.itemDetail}>{detail}</code>}
            </span>
            <span className={classes.amount}>
              {count !== null && t('collect.list.values', { count })}
              {bytes > 0 && ` ${format.bytes(bytes)}`}
              {protocol !== null && ` ${protocol}`}
            </span>
            <span aria-hidden="true" className={classes.status}>
              {t(`collect.statuses.${status}`)}
            </span>
            {error && <ItemError error={words.error(error)} />}
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Why a line did not come, and what helps. */
function ItemError({ error: { title, cause, remedy } }: { error: ErrorWords }) {
  return (
    <span className={classes.itemError}>
      {title}
      <span className={classes.soft}>
        {cause} {remedy}
      </span>
    </span>
  )
}
