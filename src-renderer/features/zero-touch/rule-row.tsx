import { ActionIcon, Switch, Tooltip } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Firmware } from '#shared/model/firmware.ts'
import type { KeptZeroTouchRule } from '#shared/model/provision.ts'
import { call } from '../../api.ts'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useAction } from '../../ui/use-action.ts'
import { useConditionWords } from '../templates/use-condition-words.ts'
import { type TemplateBook, useLabel } from '../templates/use-templates.ts'
import classes from './zero-touch.module.css'

interface RuleRowProps {
  rule: KeptZeroTouchRule
  book: TemplateBook
  files: readonly Firmware[]
  isMarked: boolean
  onEdit: () => void
}

/** One rule in words: which boxes, which firmware first, which template. */
export function RuleRow({ rule, book, files, isMarked, onEdit }: RuleRowProps) {
  const { t } = useTranslation()
  const label = useLabel()
  const conditionWords = useConditionWords()
  const template = book.find(rule.template)
  const name = rule.name || (template ? label(template.name) : rule.template)
  const file = files.find(({ id }) => id === rule.firmware?.firmwareId)
  const toggle = useAction(async (enabled: boolean) => {
    const { changedAt: _changedAt, ...own } = rule
    await call('zeroTouch.save', { ...own, enabled })
  })
  const boxes =
    rule.rows.length > 0 ? t('zeroTouch.listed', { count: rule.rows.length }) : conditionWords(rule.condition)
  return (
    <li className={classes.row} data-marked={isMarked} data-off={!rule.enabled}>
      <Switch
        aria-label={t('zeroTouch.enable', { name })}
        checked={rule.enabled}
        disabled={toggle.isRunning}
        onChange={(event) => toggle.run(event.currentTarget.checked)}
      />
      <div className={classes.rowText}>
        <span className={classes.name}>{name}</span>
        <span>
          {rule.firmware
            ? t('zeroTouch.sentenceFirmware', {
                boxes,
                template: template ? label(template.name) : rule.template,
                version: rule.firmware.version,
              })
            : t('zeroTouch.sentence', { boxes, template: template ? label(template.name) : rule.template })}
        </span>
        {rule.firmware && !file && <span className={classes.bad}>{t('zeroTouch.fileGone')}</span>}
        {!template && <span className={classes.bad}>{t('zeroTouch.templateGone')}</span>}
        {toggle.error && <ErrorPanel error={toggle.error} />}
      </div>
      <Tooltip label={t('zeroTouch.edit', { name })}>
        <ActionIcon size="lg" aria-label={t('zeroTouch.edit', { name })} onClick={onEdit}>
          <IconPencil size={16} />
        </ActionIcon>
      </Tooltip>
      <ConfirmButton
        title={t('zeroTouch.removeTitle', { name })}
        text={t('zeroTouch.removeText')}
        confirmLabel={t('common.delete')}
        onConfirm={async () => void (await call('zeroTouch.remove', { id: rule.id }))}
        renderButton={(open) => (
          <Tooltip label={t('zeroTouch.remove', { name })}>
            <ActionIcon size="lg" aria-label={t('zeroTouch.remove', { name })} onClick={open}>
              <IconTrash size={16} />
            </ActionIcon>
          </Tooltip>
        )}
      />
    </li>
  )
}
