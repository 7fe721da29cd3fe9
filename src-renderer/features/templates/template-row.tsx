import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconCopy, IconDownload, IconEye, IconPencil, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { KeptTemplate } from '#shared/model/template.ts'
import { call } from '../../api.ts'
import { navigate } from '../../stores/route.ts'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { saveText } from '../../ui/save-text.ts'
import { useAction } from '../../ui/use-action.ts'
import classes from './templates.module.css'
import { useConditionWords } from './use-condition-words.ts'
import { useLabel, useTemplateBook } from './use-templates.ts'

/** One template: what it is for, and what can be done with it. */
export function TemplateRow({ template }: { template: KeptTemplate }) {
  const { t } = useTranslation()
  const label = useLabel()
  const book = useTemplateBook()
  const conditionWords = useConditionWords()
  const { id, readyMade } = template
  const whole = book?.whole(template) ?? template
  const base = template.extends === undefined ? undefined : book?.find(template.extends)
  const name = label(template.name)
  const save = useAction(async () => {
    const { text } = await call('templates.export', { ids: [id] })
    saveText(`${name}.json`, text, 'application/json')
  })
  return (
    <li className={classes.row}>
      <div className={classes.rowText}>
        <span className={classes.name}>{name}</span>
        <span className={classes.soft}>{label(template.description)}</span>
        <span className={classes.facts}>
          <span>{conditionWords(whole.condition)}</span>
          <span>{t('templates.variableCount', { count: whole.variables.length })}</span>
          <span>{t('templates.valueCount', { count: whole.values.length })}</span>
          {base && <span>{t('templates.basedOn', { name: label(base.name) })}</span>}
        </span>
        {save.error && <ErrorPanel error={save.error} />}
      </div>
      <div className={classes.rowActions}>
        <Button variant="default" onClick={() => navigate({ page: 'provision', templateId: id })}>
          {t('templates.use')}
        </Button>
        <IconAction
          label={t(readyMade ? 'templates.look' : 'templates.editOne', { name })}
          onClick={() => navigate({ page: 'template', id })}
        >
          {readyMade ? <IconEye size={16} /> : <IconPencil size={16} />}
        </IconAction>
        <IconAction label={t('templates.copy', { name })} onClick={() => navigate({ page: 'template', copyOf: id })}>
          <IconCopy size={16} />
        </IconAction>
        <IconAction label={t('templates.export', { name })} onClick={() => save.run()}>
          <IconDownload size={16} />
        </IconAction>
        {!readyMade && (
          <ConfirmButton
            title={t('templates.removeTitle', { name })}
            text={t('templates.removeText')}
            confirmLabel={t('common.delete')}
            onConfirm={async () => void (await call('templates.remove', { id }))}
            renderButton={(open) => (
              <IconAction label={t('templates.remove', { name })} onClick={open}>
                <IconTrash size={16} />
              </IconAction>
            )}
          />
        )}
      </div>
    </li>
  )
}

interface IconActionProps {
  label: string
  onClick: () => void
  children: React.ReactNode
}

function IconAction({ label, onClick, children }: IconActionProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon size="lg" aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
