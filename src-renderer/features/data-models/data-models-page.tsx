import { Progress } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDataModelStore } from '../../stores/data-model-store.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { Page } from '../../ui/page.tsx'
import { useAction } from '../../ui/use-action.ts'
import { type Loading, loadAll } from './load-all.ts'
import { LoadResults } from './load-results.tsx'
import { ModelList } from './model-list.tsx'

/** Data-model files: loaded here, listed, removed. */
export function DataModelsPage() {
  const { t } = useTranslation()
  const importing = useDataModelStore((store) => store.importing)
  const [results, setResults] = useState<readonly Loading[]>([])
  const load = useAction(async (getPaths: () => Promise<string[]>) => {
    const paths = await getPaths()
    if (paths.length === 0) return
    setResults([])
    setResults(await loadAll(paths))
  })
  const complete = useAction(async ({ path }: Loading) => {
    const more = await window.fieldacs.chooseFiles('dataModel')
    if (more.length > 0) setResults(await loadAll([path], more))
  })
  const isBusy = load.isRunning || complete.isRunning
  return (
    <Page title={t('dataModels.title')} subtitle={t('dataModels.intro')} canGoBack>
      <FileDrop
        kind="dataModel"
        title={t('dataModels.drop')}
        overTitle={t('dataModels.dropNow')}
        hint={t('dataModels.dropHint')}
        chooseLabel={t('dataModels.choose')}
        isBusy={isBusy}
        onFiles={load.run}
      >
        {isBusy && importing && (
          <>
            <span role="status">{t('dataModels.loading', { file: importing.file })}</span>
            <Progress value={importing.progress * 100} aria-label={t('dataModels.loading', { file: importing.file })} />
          </>
        )}
      </FileDrop>
      {load.error && <ErrorPanel error={load.error} />}
      {complete.error && <ErrorPanel error={complete.error} />}
      <LoadResults
        results={results}
        onChooseMissing={complete.run}
        onChooseAgain={() => load.run(() => window.fieldacs.chooseFiles('dataModel'))}
      />
      <ModelList />
    </Page>
  )
}
