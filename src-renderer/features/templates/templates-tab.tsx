import { Button, FileButton } from '@mantine/core'
import { IconFileUpload, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeptTemplate } from '#shared/model/template.ts'
import { call } from '../../api.ts'
import { navigate } from '../../stores/route.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { saveText } from '../../ui/save-text.ts'
import { useAction } from '../../ui/use-action.ts'
import { TemplateRow } from './template-row.tsx'
import classes from './templates.module.css'
import { useTemplates } from './use-templates.ts'

/** All templates: the technician's own, then those that come with the app. */
export function TemplatesTab() {
  const { t } = useTranslation()
  const templates = useTemplates()
  const [imported, setImported] = useState<number | null>(null)
  const take = useAction(async (file: File) => {
    setImported(null)
    const kept = await call('templates.import', { text: await file.text() })
    setImported(kept.length)
  })
  const saveAll = useAction(async (own: readonly KeptTemplate[]) => {
    const { fileName, text } = await call('templates.export', { ids: own.map(({ id }) => id) })
    saveText(fileName, text, 'application/json')
  })
  if (templates.status === 'failed') return <ErrorPanel error={templates.error} retry={templates.refetch} />
  if (templates.status === 'loading') return null
  const own = templates.value.filter(({ readyMade }) => !readyMade)
  const ready = templates.value.filter(({ readyMade }) => readyMade)
  return (
    <>
      <Card
        title={t('templates.ownTitle')}
        hint={t('templates.ownHint')}
        actions={
          <>
            <FileButton accept=".json,application/json" onChange={(file) => file && take.run(file)}>
              {(props) => (
                <Button
                  {...props}
                  variant="default"
                  leftSection={<IconFileUpload size={15} />}
                  loading={take.isRunning}
                >
                  {t('templates.import')}
                </Button>
              )}
            </FileButton>
            {own.length > 1 && (
              <Button variant="default" loading={saveAll.isRunning} onClick={() => saveAll.run(own)}>
                {t('templates.exportAll')}
              </Button>
            )}
            <Button leftSection={<IconPlus size={15} />} onClick={() => navigate({ page: 'template' })}>
              {t('templates.new')}
            </Button>
          </>
        }
      >
        {imported !== null && (
          <p role="status" className={classes.good}>
            {t('templates.imported', { count: imported })}
          </p>
        )}
        {take.error && <ErrorPanel error={take.error} />}
        {saveAll.error && <ErrorPanel error={saveAll.error} />}
        {own.length === 0 ? (
          <EmptyState text={t('templates.noOwn')} />
        ) : (
          <ul className={classes.rows}>
            {own.map((template) => (
              <TemplateRow key={template.id} template={template} />
            ))}
          </ul>
        )}
      </Card>
      <Card title={t('templates.readyTitle')} hint={t('templates.readyHint')}>
        <ul className={classes.rows}>
          {ready.map((template) => (
            <TemplateRow key={template.id} template={template} />
          ))}
        </ul>
      </Card>
    </>
  )
}
