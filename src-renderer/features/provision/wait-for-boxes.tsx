import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { call } from '../../api.ts'
import { useApp } from '../../stores/app-store.ts'
import type { FilledBox } from '../../stores/provision-draft.ts'
import { changeDraft } from '../../stores/provision-store.ts'
import { navigate } from '../../stores/route.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useAction } from '../../ui/use-action.ts'
import classes from './provision.module.css'

/** Boxes that never came: their values can wait as a zero-touch rule until they do. */
export function WaitForBoxes({ boxes, templateId }: { boxes: readonly FilledBox[]; templateId: string }) {
  const { t } = useTranslation()
  const isOn = useApp((app) => app.settings.provisioning.zeroTouch)
  const save = useAction(async () => {
    const rule = await call('zeroTouch.save', {
      id: crypto.randomUUID(),
      name: t('provision.wait.ruleName', { count: boxes.length }),
      template: templateId,
      rows: boxes.map(({ key, all }) => ({ serialNumber: key, values: all })),
    })
    changeDraft((now) => ({ ...now, boxes: now.boxes.filter(({ deviceId }) => deviceId !== null) }))
    navigate({ page: 'provision', tab: 'zeroTouch', ruleId: rule.id })
  })
  return (
    <Card title={t('provision.wait.title', { count: boxes.length })} hint={t('provision.wait.hint')}>
      <ul className={classes.keys}>
        {boxes.map(({ key }) => (
          <li key={key}>
            <code>{key}</code>
          </li>
        ))}
      </ul>
      {save.error && <ErrorPanel error={save.error} />}
      <div className={classes.resultActions}>
        <Button variant="default" loading={save.isRunning} onClick={() => save.run()}>
          {t('provision.wait.save')}
        </Button>
        {!isOn && <span className={classes.soft}>{t('provision.wait.off')}</span>}
      </div>
    </Card>
  )
}
