import { ActionIcon, Button, FileButton, Textarea } from '@mantine/core'
import { IconDownload, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toCsv } from '#shared/csv.ts'
import type { ZeroTouchRule } from '#shared/model/provision.ts'
import type { TemplateVariable } from '#shared/model/template.ts'
import { type ListError, parseDeviceList } from '#shared/provisioning/device-list.ts'
import { listHead } from '../../stores/provision-draft.ts'
import { saveText } from '../../ui/save-text.ts'
import { decodeText } from '../provision/decode-text.ts'
import { ListErrors } from '../provision/list-errors.tsx'
import { useVariableName } from '../templates/use-templates.ts'
import classes from './zero-touch.module.css'

type Rows = ZeroTouchRule['rows']

const shownRows = 50

interface RuleListProps {
  rows: Rows
  variables: readonly TemplateVariable[]
  onChange: (rows: Rows) => void
}

/** The serial numbers of a rule with their values, from a scanner, a spreadsheet or a file. */
export function RuleList({ rows, variables, onChange }: RuleListProps) {
  const { t } = useTranslation()
  const nameOf = useVariableName(variables)
  const [text, setText] = useState('')
  const [errors, setErrors] = useState<readonly ListError[]>([])
  const columns = variables.filter(({ name, secret }) => !secret && rows.some(({ values }) => values[name]))
  function take(content: string): void {
    const list = parseDeviceList(content, variables)
    const news = list.boxes.map(({ key, values }) => ({ serialNumber: key, values }))
    const taken = new Set(news.map(({ serialNumber }) => serialNumber.toLowerCase()))
    onChange([...rows.filter(({ serialNumber }) => !taken.has(serialNumber.toLowerCase())), ...news])
    setErrors(list.errors)
    setText('')
  }
  return (
    <>
      <Textarea
        label={t('zeroTouch.list.label')}
        description={t('zeroTouch.list.hint')}
        placeholder={`${listHead(variables).join(',')}\n…`}
        classNames={{ input: 'mono' }}
        autosize
        minRows={3}
        maxRows={10}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={classes.actions}>
        <Button
          variant="subtle"
          leftSection={<IconDownload size={14} />}
          onClick={() => saveText('zero-touch.csv', toCsv([listHead(variables)]))}
        >
          {t('provision.list.head')}
        </Button>
        <FileButton
          accept=".csv,.txt,text/csv,text/plain"
          onChange={(file) => file && void file.arrayBuffer().then((bytes) => take(decodeText(bytes)))}
        >
          {(props) => (
            <Button {...props} variant="default">
              {t('provision.list.file')}
            </Button>
          )}
        </FileButton>
        <Button variant="default" disabled={text.trim() === ''} onClick={() => take(text)}>
          {t('provision.list.take')}
        </Button>
      </div>
      <ListErrors errors={errors} variables={variables} />
      {rows.length > 0 && (
        <>
          <strong role="status">{t('zeroTouch.listed', { count: rows.length })}</strong>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('provision.scan.label')}</th>
                {columns.map(({ name }) => (
                  <th key={name} scope="col">
                    {nameOf(name)}
                  </th>
                ))}
                <th aria-label={t('provision.boxes.remove')} />
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, shownRows).map(({ serialNumber, values }) => (
                <tr key={serialNumber}>
                  <td>
                    <code>{serialNumber}</code>
                  </td>
                  {columns.map(({ name }) => (
                    <td key={name}>{values[name]}</td>
                  ))}
                  <td>
                    <ActionIcon
                      aria-label={t('provision.boxes.removeKey', { key: serialNumber })}
                      onClick={() => onChange(rows.filter((row) => row.serialNumber !== serialNumber))}
                    >
                      <IconX size={14} />
                    </ActionIcon>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {rows.length > shownRows && (
            <p className={classes.soft}>{t('zeroTouch.list.more', { count: rows.length - shownRows })}</p>
          )}
        </>
      )}
    </>
  )
}
