import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '#shared/contract.ts'
import { call } from '../../api.ts'
import { useFormat } from '../../i18n/format.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { fileName } from '../../ui/save-text.ts'
import { useAction } from '../../ui/use-action.ts'
import classes from './trace.module.css'

type Format = 'ndjson' | 'zip'
const formats: readonly Format[] = ['ndjson', 'zip']

interface TraceExportProps {
  sessionId: string
  deviceId: string | null
  name: string
  at: string
}

/** Saves the messages of the session, or of all sessions of its box, where the person wants them. */
export function TraceExport({ sessionId, deviceId, name, at }: TraceExportProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [saved, setSaved] = useState<CallOutput<'trace.export'> | null>(null)
  const save = useAction(async (of: { sessionId: string } | { deviceId: string }, kind: Format) => {
    const suggestedName = `${fileName('trace', name, 'sessionId' in of ? at.slice(0, 19) : '')}.${kind}`
    const path = await window.fieldacs.chooseSavePath({ suggestedName, extension: kind })
    if (path !== null) setSaved(await call('trace.export', { ...of, format: kind, path }))
  })
  const items = (of: { sessionId: string } | { deviceId: string }) =>
    formats.map((kind) => (
      <Menu.Item key={kind} onClick={() => save.run(of, kind)}>
        {t(`trace.exports.${kind}`)}
      </Menu.Item>
    ))
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconDownload size={15} />} loading={save.isRunning}>
            {t('trace.export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('trace.exportSession')}</Menu.Label>
          {items({ sessionId })}
          {deviceId !== null && (
            <>
              <Menu.Label>{t('trace.exportBox')}</Menu.Label>
              {items({ deviceId })}
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {save.error && <ErrorPanel error={save.error} />}
      {saved && (
        <span className={classes.exported} role="status">
          {t('trace.exported', { path: saved.path, messages: saved.messages, size: format.bytes(saved.sizeBytes) })}
        </span>
      )}
    </>
  )
}
