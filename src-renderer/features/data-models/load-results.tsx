import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { ShapeIcon } from '../../ui/shape.tsx'
import classes from './data-models.module.css'
import { baseName, type Loading } from './load-all.ts'

interface LoadResultsProps {
  results: readonly Loading[]
  /** Loads a file again, with others that it takes parts from. */
  onChooseMissing: (loading: Loading) => void
  onChooseAgain: () => void
}

/** What became of each chosen file. */
export function LoadResults({ results, onChooseMissing, onChooseAgain }: LoadResultsProps) {
  const { t } = useTranslation()
  if (results.length === 0) return null
  return (
    <Card title={t('dataModels.result')}>
      <ul className={classes.results}>
        {results.map((one) => (
          <li key={one.path}>
            {one.kind === 'failed' ? (
              <ErrorPanel
                error={one.error}
                retry={one.error.code === 'DATA_MODEL_IMPORTS_MISSING' ? () => onChooseMissing(one) : onChooseAgain}
              />
            ) : (
              <Good loading={one} />
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Good({ loading }: { loading: Exclude<Loading, { kind: 'failed' }> }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (loading.kind === 'part')
    return (
      <span className={classes.good}>
        <ShapeIcon shape="disc" tone="muted" />
        {t('dataModels.usedAsPart', { file: baseName(loading.path), name: loading.of })}
      </span>
    )
  const { name, parameterCount, files, missing } = loading.model
  return (
    <>
      <span className={classes.good} role="status">
        <ShapeIcon shape="check" tone="ok" />
        {t('dataModels.loaded', { name, parameters: format.number(parameterCount), files: format.list(files) })}
      </span>
      {missing.length > 0 && (
        <p className={classes.warn}>{t('dataModels.missingParts', { missing: format.list(missing) })}</p>
      )}
    </>
  )
}
