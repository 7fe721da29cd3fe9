import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { VirtualRows } from '../../ui/virtual-rows.tsx'
import classes from './trace.module.css'
import { plainXml, prettyXml } from './xml-lines.ts'

const rowHeight = 20
const characterPx = 7.4

/** A body of any size, indented or as it was sent. */
export function XmlView({ xml, isPretty }: { xml: string; isPretty: boolean }) {
  const { t } = useTranslation()
  const rows = useMemo(
    () => (isPretty ? prettyXml(xml) : plainXml(xml)).map((line, index) => ({ ...line, index })),
    [xml, isPretty],
  )
  const width = useMemo(() => Math.max(...rows.map(widthOf), 0), [rows])
  return (
    <VirtualRows
      label={t('trace.detail.raw')}
      items={rows}
      keyOf={({ index }) => String(index)}
      rowHeight={rowHeight}
      minWidth={width}
      renderRow={({ depth, pieces }) => (
        <div role="gridcell" className={classes.xmlLine} style={{ paddingLeft: 10 + depth * 16 }}>
          {pieces.map(({ kind, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a line never move
            <span key={index} data-kind={kind}>
              {text}
            </span>
          ))}
        </div>
      )}
    />
  )
}

function widthOf({ depth, pieces }: { depth: number; pieces: { text: string }[] }): number {
  return 30 + depth * 16 + pieces.reduce((sum, { text }) => sum + text.length, 0) * characterPx
}
