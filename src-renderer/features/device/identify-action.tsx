import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import { parseOwnPaths } from '../read/own-paths.ts'
import { deviceName } from './device-name.ts'
import { JobDialog } from './job-dialog.tsx'

/** Has the box blink, so that it is found among others. */
export function IdentifyAction({ device }: { device: Device }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const own = parseOwnPaths(text)
  return (
    <JobDialog
      kind="identify"
      deviceId={device.id}
      title={t('actions.identifyTitle', { name: deviceName(device) })}
      confirmLabel={t('actions.identify')}
      input={own.problem === null ? { paths: own.paths } : null}
      renderResult={({ lights }) => <p>{t('actions.identified', { count: lights.length })}</p>}
      renderButton={(open) => (
        <Button variant="default" onClick={open}>
          {t('actions.identify')}
        </Button>
      )}
    >
      <p>{t('actions.identifyText')}</p>
      <details style={{ marginTop: 10 }}>
        <summary>{t('actions.identifyOwn')}</summary>
        <Textarea
          aria-label={t('actions.identifyOwn')}
          description={t('actions.identifyOwnHint')}
          classNames={{ input: 'mono' }}
          autosize
          minRows={2}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </details>
    </JobDialog>
  )
}
