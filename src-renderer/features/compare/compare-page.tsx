import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core'
import { IconArrowsDiff, IconArrowsExchange, IconDownload } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toCsv } from '#shared/csv.ts'
import { friendlyName } from '#shared/dictionary/index.ts'
import { resolveLanguage } from '#shared/i18n/index.ts'
import { type DiffRow, diffByConcept, diffByPath } from '#shared/parameters/diff.ts'
import { useFormat } from '../../i18n/format.ts'
import { useApp } from '../../stores/app-store.ts'
import { type CompareSide, replaceRoute } from '../../stores/route.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { FilterInput } from '../../ui/filter-input.tsx'
import { Page } from '../../ui/page.tsx'
import { fileName, saveText } from '../../ui/save-text.ts'
import { useCall } from '../../ui/use-call.ts'
import { VirtualRows } from '../../ui/virtual-rows.tsx'
import { useTemplates } from '../templates/use-templates.ts'
import classes from './compare.module.css'
import { cellText, conceptName, countKinds, type DiffKind, kinds, pathOf, shownRows } from './compare-rows.ts'
import { DiffHeader, DiffLine } from './diff-line.tsx'
import { SidePicker } from './side-picker.tsx'
import { TemplatePanel } from './template-panel.tsx'
import { useSide } from './use-side.ts'
import { useTemplateSide } from './use-template-side.ts'

interface ComparePageProps {
  left?: CompareSide
  right?: CompareSide
}

const rowHeight = 44

/** What differs between two snapshots, two boxes, a box and what it was, or what a template would make of it. */
export function ComparePage({ left, right }: ComparePageProps) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const language = resolveLanguage(i18n.language)
  const revision = useApp((app) => app.recordsRevision)
  const snapshots = useCall('snapshots.list', { kinds: ['read', 'backup'], limit: 200 }, revision)
  const [by, setBy] = useState<'path' | 'concept'>('path')
  const [shown, setShown] = useState<ReadonlySet<DiffKind>>(() => new Set(['different', 'onlyLeft', 'onlyRight']))
  const [filter, setFilter] = useState('')
  const ours = useSide(left)
  const theirs = useSide(right)
  const templates = useTemplates()
  const template = useTemplateSide(left, right, { ours, theirs })
  const areTemplates = isTemplate(left) && isTemplate(right)
  const rows = useMemo(() => {
    if (template) return template.rows
    if (!ours.values || !theirs.values) return null
    return by === 'path' ? diffByPath(ours.values, theirs.values) : diffByConcept(ours.values, theirs.values)
  }, [ours.values, theirs.values, by, template])
  const counts = useMemo(() => countKinds(rows ?? []), [rows])
  const visible = useMemo(() => shownRows(rows ?? [], shown, filter), [rows, shown, filter])

  const change = (next: ComparePageProps) =>
    replaceRoute({ page: 'compare', ...(left && { left }), ...(right && { right }), ...next })
  const nameOf = (row: DiffRow) =>
    row.concept === null ? friendlyName(pathOf(row), language) : conceptName(row.concept, language)

  function exportCsv(): void {
    const heads = [t('compare.columns.parameter'), t('compare.left'), t('compare.right'), t('compare.columns.state')]
    const lines = visible.map((row) => [
      `${nameOf(row) ?? ''} ${pathOf(row)}`.trim(),
      cellText(row.left) ?? '',
      cellText(row.right) ?? '',
      t(`compare.kinds.${row.kind}`),
    ])
    saveText(`${fileName(t('compare.title'), new Date().toISOString().slice(0, 19))}.csv`, toCsv([heads, ...lines]))
  }

  return (
    <Page
      title={t('compare.title')}
      canGoBack
      isFixed
      actions={
        rows && (
          <Button variant="default" leftSection={<IconDownload size={15} />} onClick={exportCsv}>
            {t('read.values.exportCsv')}
          </Button>
        )
      }
    >
      <div className={classes.sides}>
        <SidePicker
          label={t('compare.left')}
          side={left}
          snapshots={snapshots.status === 'ready' ? snapshots.value : []}
          templates={templates.status === 'ready' ? templates.value : []}
          onChange={(side) => change({ left: side })}
        />
        <Tooltip label={t('compare.swap')}>
          <ActionIcon
            size="lg"
            aria-label={t('compare.swap')}
            disabled={!left || !right}
            onClick={() => left && right && change({ left: right, right: left })}
          >
            <IconArrowsExchange size={18} />
          </ActionIcon>
        </Tooltip>
        <SidePicker
          label={t('compare.right')}
          side={right}
          snapshots={snapshots.status === 'ready' ? snapshots.value : []}
          templates={templates.status === 'ready' ? templates.value : []}
          onChange={(side) => change({ right: side })}
        />
      </div>
      {ours.error && <ErrorPanel error={ours.error} />}
      {theirs.error && <ErrorPanel error={theirs.error} />}
      {template && <TemplatePanel side={template} />}
      {rows === null ? (
        <EmptyState icon={IconArrowsDiff} text={t(areTemplates ? 'compare.template.both' : 'compare.start')} />
      ) : (
        <>
          <div className={classes.tools}>
            <FilterInput value={filter} onChange={setFilter} label={t('compare.filter')} width={280} />
            <fieldset className={classes.kinds} aria-label={t('compare.show')}>
              {kinds.map((kind) => (
                <button
                  key={kind}
                  type="button"
                  className={classes.kind}
                  aria-pressed={shown.has(kind)}
                  onClick={() => setShown(toggled(shown, kind))}
                >
                  {t(`compare.kinds.${kind}`)} {format.number(counts[kind])}
                </button>
              ))}
            </fieldset>
            <span className={classes.space} />
            {!template && (
              <Tooltip label={t(`compare.byHint.${by}`)} multiline w={260}>
                <SegmentedControl
                  aria-label={t('compare.by.label')}
                  value={by}
                  onChange={setBy}
                  data={[
                    { value: 'path', label: t('compare.by.path') },
                    { value: 'concept', label: t('compare.by.concept') },
                  ]}
                />
              </Tooltip>
            )}
          </div>
          {visible.length === 0 ? (
            <EmptyState text={t(emptyText(rows, template !== null))} />
          ) : (
            <VirtualRows
              label={t('compare.list')}
              items={visible}
              keyOf={(row) => `${row.concept}\n${row.left?.name}\n${row.right?.name}`}
              rowHeight={rowHeight}
              minWidth={640}
              header={<DiffHeader />}
              renderRow={(row) => <DiffLine row={row} name={nameOf(row)} />}
            />
          )}
        </>
      )}
    </Page>
  )
}

/** Why no row is shown. */
function emptyText(rows: readonly DiffRow[], isTemplate: boolean) {
  if (isTemplate && rows.length === 0) return 'compare.template.nothing'
  return rows.some(({ kind }) => kind !== 'same') ? 'compare.noMatch' : 'compare.none'
}

function isTemplate(side: CompareSide | undefined): boolean {
  return side !== undefined && 'templateId' in side
}

function toggled(set: ReadonlySet<DiffKind>, kind: DiffKind): Set<DiffKind> {
  const next = new Set(set)
  if (!next.delete(kind)) next.add(kind)
  return next
}
