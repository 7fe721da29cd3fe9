import { useTranslation } from 'react-i18next'
import type { MaskSample } from '#shared/model/collect.ts'
import classes from './collect.module.css'

/** Places where something is masked, as they will read. */
export function MaskSamples({ samples }: { samples: readonly MaskSample[] }) {
  const { t } = useTranslation()
  if (samples.length === 0) return <p className={classes.soft}>{t('collect.export.noSamples')}</p>
  return (
    <details className={classes.samples}>
      <summary>{t('collect.export.samples')}</summary>
      <ul className={classes.sampleList}>
        {samples.map(({ file, line, kind, text }) => (
          <li key={`${file} ${line} ${kind}`}>
            <span className={classes.soft}>
              {file} · {t('collect.export.line', { line })} · {t(`collect.masks.${kind}`)}
            </span>
            <code>{text}</code>
          </li>
        ))}
      </ul>
    </details>
  )
}
