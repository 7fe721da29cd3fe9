import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isFinal } from '#shared/model/job.ts'
import type { TemplateVariable } from '#shared/model/template.ts'
import { useWords } from '../../i18n/words.ts'
import { useApp } from '../../stores/app-store.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { type Look, StateLabel } from '../../ui/state-label.tsx'
import { deviceName } from '../device/device-name.ts'
import { ChangesTable, Creations } from '../templates/changes-table.tsx'
import { ProblemList } from '../templates/problem-list.tsx'
import { DetailsButton } from './details-button.tsx'
import classes from './provision.module.css'
import type { BatchRow } from './use-batch.ts'

interface CheckRowProps {
  deviceId: string
  row: BatchRow | undefined
  variables: readonly TemplateVariable[]
  isOpenFirst: boolean
  onCorrect: () => void
}

/** One box compared: how many values would change, which, and what stands in the way. */
export function CheckRow({ deviceId, row, variables, isOpenFirst, onCorrect }: CheckRowProps) {
  const { t } = useTranslation()
  const words = useWords()
  const device = useApp((app) => app.devices[deviceId])
  const [isToggled, setToggled] = useState(false)
  const { job, result } = row ?? {}
  const errors = result?.problems.filter(({ level }) => level === 'error') ?? []
  const isOpen = isToggled !== (isOpenFirst || errors.length > 0)
  const creations = result?.creations ?? []
  const changed = [
    ...(result?.values.filter(({ status }) => status !== 'unchanged') ?? []),
    ...creations.flatMap(({ values }) => values),
  ]
  const { look, text } = ((): { look: Look; text: string } => {
    if (job?.error) return { look: { shape: 'triangle', tone: 'warn' }, text: t('provision.check.notRead') }
    if (!job || !result || !isFinal(job.state))
      return { look: { shape: 'half', tone: 'info' }, text: words.step(job?.step ?? 'queued') }
    if (errors.length > 0)
      return { look: { shape: 'cross', tone: 'bad' }, text: t('provision.check.problems', { count: errors.length }) }
    if (changed.length === 0) return { look: { shape: 'disc', tone: 'ok' }, text: t('provision.check.nothing') }
    return { look: { shape: 'check', tone: 'ok' }, text: t('provision.check.changes', { count: changed.length }) }
  })()
  const name = device ? deviceName(device) : deviceId
  return (
    <li className={classes.checkRow}>
      <div className={classes.checkLine}>
        <span className={classes.name}>{name}</span>
        <StateLabel look={look}>{text}</StateLabel>
        <span className={classes.space} />
        {result && <DetailsButton name={name} isOpen={isOpen} onToggle={() => setToggled(!isToggled)} />}
      </div>
      {job?.notice && <ErrorPanel error={job.notice} isNotice deviceId={deviceId} />}
      {job?.error && <ErrorPanel error={job.error} deviceId={deviceId} />}
      {result && isOpen && (
        <>
          <ProblemList problems={result.problems} variables={variables} />
          {errors.length > 0 && (
            <div>
              <Button variant="default" onClick={onCorrect}>
                {t('provision.check.correct')}
              </Button>
            </div>
          )}
          <Creations creations={result.creations} />
          <ChangesTable changes={result.values.map((one) => ({ ...one, same: one.status === 'unchanged' }))} />
        </>
      )}
    </li>
  )
}
