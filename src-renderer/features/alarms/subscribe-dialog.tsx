import { Button, Checkbox, Group, Modal, Radio, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import type { JobResult } from '#shared/model/job.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { deviceName } from '../device/device-name.ts'
import { InlineJob } from '../jobs/inline-job.tsx'
import { useStartJob } from '../jobs/use-start-job.ts'
import { parseOwnPaths } from '../read/own-paths.ts'
import classes from './alarms.module.css'
import { SubscriptionLabel } from './labels.tsx'

/** Guides through having a box tell of its alarms by itself, and shows what it accepted. */
export function SubscribeDialog({ device, onClose }: { device: Device; onClose: () => void }) {
  const { t } = useTranslation()
  const [notification, setNotification] = useState<'1' | '2'>('2')
  const [switches, setSwitches] = useState(true)
  const [text, setText] = useState('')
  const start = useStartJob('subscribeFaults', device.id)
  const own = parseOwnPaths(text)
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('alarms.subscribe.title', { name: deviceName(device) })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="md">
        <p>{t('alarms.subscribe.intro')}</p>
        <Radio.Group
          label={t('alarms.subscribe.when')}
          value={notification}
          onChange={(value) => setNotification(value as '1' | '2')}
        >
          <Stack gap={6} mt={6}>
            <Radio value="2" label={t('alarms.subscribe.active')} />
            <Radio value="1" label={t('alarms.subscribe.passive')} />
          </Stack>
        </Radio.Group>
        <Checkbox
          label={t('alarms.subscribe.switches')}
          checked={switches}
          onChange={(event) => setSwitches(event.currentTarget.checked)}
        />
        <Textarea
          label={t('alarms.subscribe.own')}
          classNames={{ input: 'mono' }}
          autosize
          minRows={2}
          maxRows={8}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={own.problem && t('read.what.badPath', own.problem)}
          spellCheck={false}
        />
        {start.error && <ErrorPanel error={start.error} />}
        {start.id !== null && (
          <InlineJob id={start.id} kind="subscribeFaults" renderResult={(result) => <Outcome {...result} />} />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.close')}
          </Button>
          <Button
            loading={start.isRunning}
            disabled={own.problem !== null}
            onClick={() => start.run({ paths: own.paths, notification: notification === '2' ? 2 : 1, switches })}
          >
            {t('alarms.subscribe.start')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

function Outcome({ subscriptions }: JobResult<'subscribeFaults'>) {
  const { t } = useTranslation()
  return (
    <div className={classes.outcome}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('alarms.subscribe.setting')}</th>
            <th scope="col">{t('alarms.subscribe.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {subscriptions.map(({ path, status, code, message }) => (
            <tr key={path}>
              <td className="mono">{path}</td>
              <td>
                <SubscriptionLabel status={status} />
                {status === 'failed' && <div className={classes.soft}>{[code, message].filter(Boolean).join(' ')}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
