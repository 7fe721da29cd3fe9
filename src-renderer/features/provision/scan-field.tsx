import { Button, FileButton, TextInput } from '@mantine/core'
import { IconBarcode, IconFileSpreadsheet } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseDeviceList, scannedKey } from '#shared/provisioning/device-list.ts'
import { call } from '../../api.ts'
import { useShortcut } from '../../keyboard/use-shortcut.ts'
import { addKeys, type Draft, type KeyOutcome } from '../../stores/provision-draft.ts'
import { changeDraft, useProvisionStore } from '../../stores/provision-store.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { StateLabel } from '../../ui/state-label.tsx'
import { useAction } from '../../ui/use-action.ts'
import { decodeText } from './decode-text.ts'
import classes from './provision.module.css'

const looks = {
  added: { shape: 'check', tone: 'ok' },
  twice: { shape: 'ring', tone: 'muted' },
  unknown: { shape: 'triangle', tone: 'warn' },
} as const

const shownOutcomes = 5

/** What became of a key, numbered in the order of the scans. */
interface Told {
  number: number
  outcome: KeyOutcome
}

/** Takes keys in one after the other: a scanner is quicker than the answers. */
let queue: Promise<unknown> = Promise.resolve()

/** Where a scanner types: each line is a box; whether it is new, there already or unknown is said at once. */
export function ScanField({ draft, onNext }: { draft: Draft; onNext: () => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [told, setTold] = useState<readonly Told[]>([])
  const take = useAction(async (keys: string[], list?: Draft['list']) => {
    const work = queue.then(async () => {
      const found = await call('provision.find', { keys })
      const added = addKeys(useProvisionStore.getState().draft, found)
      changeDraft(() => ({ ...added.draft, check: null, ...(list && { list, perBox: null }) }))
      setTold((before) => {
        const first = (before[0]?.number ?? 0) + 1
        const news = added.outcomes.map((outcome, index) => ({ number: first + index, outcome }))
        return [...news.toReversed(), ...before].slice(0, shownOutcomes)
      })
    })
    queue = work.catch(() => {})
    await work
  })
  useShortcut('apply', () => draft.boxes.length > 0 && onNext())

  function handleEnter(): void {
    const key = scannedKey(text)
    setText('')
    if (key !== '') take.run([key])
    else if (draft.boxes.length > 0) onNext()
  }

  function takeList(name: string, content: string): void {
    const { boxes } = parseDeviceList(content, [])
    take.run(
      boxes.map(({ key }) => key),
      { name, text: content },
    )
  }

  return (
    <Card title={t('provision.scan.title')} hint={t('provision.scan.hint')}>
      <div className={classes.scan}>
        <TextInput
          size="md"
          aria-label={t('provision.scan.label')}
          placeholder={t('provision.scan.placeholder')}
          leftSection={<IconBarcode size={20} aria-hidden="true" />}
          classNames={{ root: classes.scanInput, input: 'mono' }}
          value={text}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && handleEnter()}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text')
            if (!/[\r\n]\s*\S/.test(pasted)) return
            event.preventDefault()
            takeList(t('provision.scan.pasted'), pasted)
          }}
        />
        <FileButton
          accept=".csv,.txt,text/csv,text/plain"
          onChange={(file) => file && void file.arrayBuffer().then((bytes) => takeList(file.name, decodeText(bytes)))}
        >
          {(props) => (
            <Button {...props} variant="default" size="md" leftSection={<IconFileSpreadsheet size={17} />}>
              {t('provision.scan.file')}
            </Button>
          )}
        </FileButton>
      </div>
      {take.error && <ErrorPanel error={take.error} />}
      {told.length > 0 && (
        <ul className={classes.outcomes} aria-label={t('provision.scan.outcomes')} aria-live="polite">
          {told.map(({ number, outcome }) => (
            <li key={number}>
              <code>{outcome.key}</code>
              <StateLabel look={looks[outcome.kind]}>
                {outcome.kind === 'twice'
                  ? t('provision.scan.twice', { position: outcome.position })
                  : t(`provision.scan.${outcome.kind}`)}
              </StateLabel>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
