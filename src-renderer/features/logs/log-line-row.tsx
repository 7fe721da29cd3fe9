import { useTranslation } from 'react-i18next'
import type { LogLine } from '#shared/model/log-view.ts'
import { ShapeIcon } from '../../ui/shape.tsx'
import { highlighted } from './highlight.ts'
import classes from './logs.module.css'
import { severityLooks } from './severity-looks.ts'

interface LogLineRowProps {
  number: number
  line: LogLine | undefined
  words: readonly string[]
  isTarget: boolean
  onPick: (line: LogLine) => void
}

/** One line: its number, its severity by shape, and its text with the words that were looked for. */
export function LogLineRow({ number, line, words, isTarget, onPick }: LogLineRowProps) {
  const { t } = useTranslation()
  const severity = line?.severity ?? null
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the filter leads to lines by the keyboard
    <div
      className={classes.line}
      data-severity={severity}
      data-target={isTarget}
      title={line?.text}
      onClick={() => line && onPick(line)}
    >
      <span className={classes.number}>{number + 1}</span>
      <span className={classes.severity} title={severity === null ? undefined : t(`logs.severities.${severity}`)}>
        {severity !== null && severityLooks[severity] && <ShapeIcon {...severityLooks[severity]} />}
      </span>
      <span>
        {line === undefined
          ? '…'
          : highlighted(line.text, words).map(({ text, isMatch }, index) =>
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces keep their place
              isMatch ? <mark key={index}>{text}</mark> : text,
            )}
        {line?.isCut && <em className={classes.soft}> … {t('logs.cut')}</em>}
      </span>
    </div>
  )
}
