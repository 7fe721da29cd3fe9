import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ZeroTouchRule } from '#shared/model/provision.ts'
import { useProvisionStore } from '../../stores/provision-store.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useCall } from '../../ui/use-call.ts'
import { useTemplateBook } from '../templates/use-templates.ts'
import { RuleEditor } from './rule-editor.tsx'
import { RuleJobs } from './rule-jobs.tsx'
import { RuleRow } from './rule-row.tsx'
import classes from './zero-touch.module.css'
import { ZeroTouchSwitch } from './zero-touch-switch.tsx'

const newRule = (): ZeroTouchRule => ({
  id: crypto.randomUUID(),
  name: '',
  enabled: true,
  condition: {},
  rows: [],
  template: '',
  values: {},
  firmware: null,
})

/** What is done by itself when a known box starts: the switch, the rules, and what they have started. */
export function ZeroTouchTab({ openRuleId }: { openRuleId?: string }) {
  const { t } = useTranslation()
  const book = useTemplateBook()
  const rules = useCall(
    'zeroTouch.list',
    {},
    useProvisionStore((store) => store.ruleRevision),
  )
  const firmware = useCall('firmware.list', {})
  const [edited, setEdited] = useState<ZeroTouchRule | null>(null)
  if (rules.status === 'failed') return <ErrorPanel error={rules.error} retry={rules.refetch} />
  if (rules.status === 'loading' || !book) return null
  const files = firmware.status === 'ready' ? firmware.value : []
  return (
    <>
      <ZeroTouchSwitch rules={rules.value} />
      {edited ? (
        <RuleEditor
          key={edited.id}
          initial={edited}
          book={book}
          files={files}
          isNew={!rules.value.some(({ id }) => id === edited.id)}
          onDone={() => setEdited(null)}
        />
      ) : (
        <Card
          title={t('zeroTouch.rules')}
          hint={t('zeroTouch.rulesHint')}
          actions={
            <Button leftSection={<IconPlus size={15} />} onClick={() => setEdited(newRule())}>
              {t('zeroTouch.new')}
            </Button>
          }
        >
          {rules.value.length === 0 ? (
            <EmptyState text={t('zeroTouch.none')} />
          ) : (
            <ul className={classes.rows}>
              {rules.value.map((rule) => (
                <RuleRow
                  key={rule.id}
                  rule={rule}
                  book={book}
                  files={files}
                  isMarked={rule.id === openRuleId}
                  onEdit={() => {
                    const { changedAt: _changedAt, ...own } = rule
                    setEdited(own)
                  }}
                />
              ))}
            </ul>
          )}
        </Card>
      )}
      <RuleJobs rules={rules.value} book={book} />
    </>
  )
}
