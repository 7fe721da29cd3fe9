import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { friendlyName } from '#shared/dictionary/index.ts'
import { resolveLanguage } from '#shared/i18n/index.ts'
import { PathTail } from '../../ui/path-tail.tsx'
import { ShownValue } from '../changes/shown-value.tsx'
import type { PlanRow } from './plan-rows.ts'
import classes from './restore.module.css'

export function PlanHeader() {
  const { t } = useTranslation()
  return (
    <div className={classes.line} role="row">
      <span role="columnheader">
        <span className="visually-hidden">{t('restore.plan.columns.choose')}</span>
      </span>
      {(['parameter', 'now', 'kept'] as const).map((column) => (
        <span key={column} role="columnheader">
          {t(`restore.plan.columns.${column}`)}
        </span>
      ))}
    </div>
  )
}

/** One value; the row itself is what is clicked. */
export function PlanLine({ row: { name, now, kept }, isChosen }: { row: PlanRow; isChosen: boolean }) {
  const { t, i18n } = useTranslation()
  const friendly = friendlyName(name, resolveLanguage(i18n.language))
  return (
    <div className={classes.line} data-chosen={isChosen}>
      <span role="gridcell">
        <Checkbox
          readOnly
          tabIndex={-1}
          checked={isChosen}
          aria-label={t('restore.plan.choose', { what: friendly ?? name })}
        />
      </span>
      <span role="gridcell" className={classes.name} title={name}>
        {friendly !== null && <span>{friendly}</span>}
        <PathTail>{name}</PathTail>
      </span>
      <span role="gridcell" className={classes.cell}>
        <ShownValue path={name} value={now} />
      </span>
      <span role="gridcell" className={classes.cell} data-new>
        <ShownValue path={name} value={kept} />
      </span>
    </div>
  )
}
