import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ValueRule } from '#shared/dictionary/entry.ts'
import { isSecret } from '#shared/dictionary/secret.ts'
import type { Device } from '#shared/model/device.ts'
import type { TreeNode } from '#shared/parameters/tree.ts'
import { validateValue } from '#shared/parameters/validate.ts'
import { useWords } from '../../i18n/words.ts'
import { type PendingChange, revert, stage } from '../../stores/pending-store.ts'
import classes from './explorer.module.css'
import { ValueField } from './value-field.tsx'

interface ValueEditorProps {
  device: Device
  node: TreeNode
  rule: ValueRule
  unit?: string
  change: PendingChange | undefined
}

/** The field for a new value: checked as it is typed, staged by Enter, never sent by itself. */
export function ValueEditor({ device, node, rule, unit, change }: ValueEditorProps) {
  const { t } = useTranslation()
  const words = useWords()
  const { path, value, type, writable } = node
  const start = change?.value ?? value ?? ''
  const [text, setText] = useState(start)
  const [isForced, setForced] = useState(false)
  const checked = validateValue(rule, text, value ?? '')
  const isSame = checked.ok && checked.lexical === (change?.value ?? value)
  // What the box has itself is never called wrong, whatever the dictionary thinks of it.
  const problem = checked.ok || text === start ? null : words.validation(checked.code, checked.params)

  if (writable === false && !isForced && !change) {
    return (
      <div className={classes.readOnly}>
        <p>{t('explorer.edit.readOnlyHint')}</p>
        <Button variant="default" size="compact-xs" onClick={() => setForced(true)}>
          {t('explorer.edit.anyway')}
        </Button>
      </div>
    )
  }
  return (
    <form
      data-editor
      className={classes.editor}
      onSubmit={(event) => {
        event.preventDefault()
        if (!checked.ok || isSame) return
        stage(device.id, [{ path, value: checked.lexical, type: type ?? rule.type, old: value }])
        setText(checked.lexical)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && text !== start) {
          event.stopPropagation()
          setText(start)
        }
      }}
    >
      <ValueField
        rule={rule}
        isSecret={isSecret(path)}
        text={text}
        like={value ?? ''}
        onChange={setText}
        problem={problem}
        {...(unit !== undefined && { unit })}
      />
      {isSecret(path) && (value === '' || value === null) && (
        <p className={classes.faint}>{t('explorer.edit.secretHint')}</p>
      )}
      <div className={classes.editorFoot}>
        <Button type="submit" disabled={!checked.ok || isSame}>
          {t('explorer.edit.stage')}
        </Button>
        {change && (
          <Button
            variant="default"
            onClick={() => {
              revert(device.id, [path])
              setText(value ?? '')
            }}
          >
            {t('explorer.edit.revert')}
          </Button>
        )}
      </div>
    </form>
  )
}
