import { Button } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { KeptTemplate } from '#shared/model/template.ts'
import { useApp } from '../../stores/app-store.ts'
import type { Draft } from '../../stores/provision-draft.ts'
import { changeDraft } from '../../stores/provision-store.ts'
import { navigate } from '../../stores/route.ts'
import { Card } from '../../ui/card.tsx'
import { StateLabel } from '../../ui/state-label.tsx'
import { type TemplateBook, useLabel } from '../templates/use-templates.ts'
import classes from './provision.module.css'

interface TemplateStepProps {
  draft: Draft
  book: TemplateBook
  onNext: () => void
}

/** Step 2: the templates that are meant for the chosen boxes; the others are folded away. */
export function TemplateStep({ draft, book, onNext }: TemplateStepProps) {
  const { t } = useTranslation()
  const devices = useApp((app) => app.devices)
  const known = draft.boxes.flatMap(({ deviceId }) => (deviceId === null ? [] : (devices[deviceId] ?? [])))
  const rows = book.list.map((template) => ({
    template,
    misfits: known.filter((device) => !book.fits(template, device)).length,
  }))
  const own = rows.filter(({ template }) => !template.readyMade)
  const ready = rows.filter(({ template }) => template.readyMade)
  const fitting = [...own, ...ready].filter(({ misfits }) => known.length === 0 || misfits < known.length)
  const others = rows.filter(({ misfits }) => known.length > 0 && misfits === known.length)
  const choose = (template: KeptTemplate) => {
    changeDraft((now) => ({ ...now, templateId: template.id, perBox: null, check: null }))
    onNext()
  }
  return (
    <Card
      title={t('provision.template.title')}
      hint={t('provision.template.hint')}
      actions={
        <Button variant="default" onClick={() => navigate({ page: 'template' })}>
          {t('templates.new')}
        </Button>
      }
    >
      <ul className={classes.rows}>
        {fitting.map(({ template, misfits }) => (
          <li key={template.id}>
            <TemplateChoice
              template={template}
              isChosen={template.id === draft.templateId}
              note={
                misfits > 0
                  ? t('provision.template.fitsSome', { count: known.length - misfits, all: known.length })
                  : null
              }
              onChoose={() => choose(template)}
            />
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <details className={classes.others}>
          <summary>{t('provision.template.others', { count: others.length })}</summary>
          <ul className={classes.rows}>
            {others.map(({ template }) => (
              <li key={template.id}>
                <TemplateChoice template={template} isChosen={false} note={t('provision.template.misfit')} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  )
}

interface TemplateChoiceProps {
  template: KeptTemplate
  isChosen: boolean
  note: string | null
  onChoose?: () => void
}

function TemplateChoice({ template, isChosen, note, onChoose }: TemplateChoiceProps) {
  const { t } = useTranslation()
  const label = useLabel()
  return (
    <button
      type="button"
      className={classes.choice}
      data-chosen={isChosen}
      disabled={onChoose === undefined}
      onClick={onChoose}
    >
      <span className={classes.choiceText}>
        <span className={classes.name}>{label(template.name)}</span>
        <span className={classes.soft}>{label(template.description)}</span>
      </span>
      {note !== null && <StateLabel look={{ shape: 'triangle', tone: 'warn' }}>{note}</StateLabel>}
      <span className={classes.badge}>{template.readyMade ? t('templates.readyMade') : t('templates.own')}</span>
      <IconChevronRight size={16} aria-hidden="true" />
    </button>
  )
}
