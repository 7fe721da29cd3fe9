import { Button, FileButton, Textarea } from '@mantine/core'
import { IconDownload, IconFileSpreadsheet, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toCsv } from '#shared/csv.ts'
import type { Template } from '#shared/model/template.ts'
import type { DeviceList } from '#shared/provisioning/device-list.ts'
import { parseDeviceList } from '#shared/provisioning/device-list.ts'
import { call } from '../../api.ts'
import { addKeys, type Draft, listHead } from '../../stores/provision-draft.ts'
import { changeDraft } from '../../stores/provision-store.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { fileName, saveText } from '../../ui/save-text.ts'
import { useAction } from '../../ui/use-action.ts'
import { useLabel } from '../templates/use-templates.ts'
import { decodeText } from './decode-text.ts'
import { ListErrors } from './list-errors.tsx'
import classes from './provision.module.css'

interface ListCardProps {
  draft: Draft
  template: Template
  list: DeviceList
}

/** Values of many boxes from a spreadsheet: a file or pasted cells, each bad line told before anything is sent. */
export function ListCard({ draft, template, list }: ListCardProps) {
  const { t } = useTranslation()
  const label = useLabel()
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const take = useAction(async (name: string, content: string) => {
    // Every line is a box, also one whose values have to be mended.
    const keys = parseDeviceList(content, []).boxes.map(({ key }) => key)
    const found = await call('provision.find', { keys })
    changeDraft((now) => ({ ...addKeys(now, found).draft, list: { name, text: content }, perBox: null, check: null }))
    setText('')
  })
  const saveHead = () => saveText(`${fileName(label(template.name))}.csv`, toCsv([listHead(template.variables)]))
  if (draft.list) {
    return (
      <section className={classes.list} aria-label={t('provision.list.title')}>
        <div className={classes.listHead}>
          <IconFileSpreadsheet size={18} aria-hidden="true" />
          <strong>{t('provision.list.taken', { name: draft.list.name, count: list.boxes.length })}</strong>
          <span className={classes.space} />
          <Button
            variant="subtle"
            leftSection={<IconX size={14} />}
            onClick={() => changeDraft((now) => ({ ...now, list: null, perBox: null, check: null }))}
          >
            {t('provision.list.remove')}
          </Button>
        </div>
        <ListErrors errors={list.errors} variables={template.variables} />
      </section>
    )
  }
  return (
    <section className={classes.list} aria-label={t('provision.list.title')}>
      <div className={classes.listHead}>
        <IconFileSpreadsheet size={18} aria-hidden="true" />
        <span>{t('provision.list.hint')}</span>
        <span className={classes.space} />
        <Button variant="subtle" leftSection={<IconDownload size={14} />} onClick={saveHead}>
          {t('provision.list.head')}
        </Button>
        <Button variant="subtle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('provision.list.paste')}
        </Button>
        <FileButton
          accept=".csv,.txt,text/csv,text/plain"
          onChange={(file) => file && void file.arrayBuffer().then((bytes) => take.run(file.name, decodeText(bytes)))}
        >
          {(props) => (
            <Button {...props} variant="default" loading={take.isRunning}>
              {t('provision.list.file')}
            </Button>
          )}
        </FileButton>
      </div>
      {isOpen && (
        <div className={classes.paste}>
          <Textarea
            aria-label={t('provision.list.text')}
            placeholder={`${listHead(template.variables).join(',')}\n…`}
            classNames={{ input: 'mono' }}
            autosize
            minRows={4}
            maxRows={12}
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button disabled={text.trim() === ''} onClick={() => take.run(t('provision.scan.pasted'), text)}>
            {t('provision.list.take')}
          </Button>
        </div>
      )}
      {take.error && <ErrorPanel error={take.error} />}
    </section>
  )
}
