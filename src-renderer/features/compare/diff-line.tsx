import { useTranslation } from 'react-i18next'
import type { DiffRow } from '#shared/parameters/diff.ts'
import { PathTail } from '../../ui/path-tail.tsx'
import { type Shape, ShapeIcon, type Tone } from '../../ui/shape.tsx'
import classes from './compare.module.css'
import { cellText, type DiffKind, pathOf } from './compare-rows.ts'

const looks: Record<DiffKind, { shape: Shape; tone: Tone }> = {
  different: { shape: 'half', tone: 'warn' },
  onlyLeft: { shape: 'triangle', tone: 'info' },
  onlyRight: { shape: 'ring', tone: 'info' },
  same: { shape: 'check', tone: 'ok' },
}

export function DiffHeader() {
  const { t } = useTranslation()
  return (
    <div className={classes.row} role="row">
      <span role="columnheader">{t('compare.columns.parameter')}</span>
      <span role="columnheader">{t('compare.left')}</span>
      <span role="columnheader">{t('compare.right')}</span>
      <span role="columnheader">{t('compare.columns.state')}</span>
    </div>
  )
}

/** One parameter on both sides. */
export function DiffLine({ row, name }: { row: DiffRow; name: string | null }) {
  const { t } = useTranslation()
  const { kind, left, right } = row
  // By meaning the paths of the sides may differ: then both are told.
  const paths = left && right && left.name !== right.name ? `${left.name} ↔ ${right.name}` : pathOf(row)
  return (
    <div className={classes.row} data-kind={kind}>
      <span role="gridcell" className={classes.name} title={paths}>
        {name !== null && <span>{name}</span>}
        <PathTail>{paths}</PathTail>
      </span>
      <Cell value={left} />
      <Cell value={right} />
      <span role="gridcell" className={classes.state}>
        <ShapeIcon {...looks[kind]} />
        {t(`compare.kinds.${kind}`)}
      </span>
    </div>
  )
}

function Cell({ value }: { value: DiffRow['left'] }) {
  const { t } = useTranslation()
  const text = cellText(value)
  return (
    <span role="gridcell" className={classes.cell} title={text ?? undefined}>
      {text === null && <em className={classes.faint}>{t('compare.absent')}</em>}
      {text === '' && <em className={classes.faint}>{t('read.values.empty')}</em>}
      {text !== null && text !== '' && <code>{text}</code>}
    </span>
  )
}
