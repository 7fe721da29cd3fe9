import { ActionIcon, Tooltip } from '@mantine/core'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lastNameOf } from '#shared/cwmp/paths.ts'
import type { Unit } from '#shared/dictionary/entry.ts'
import { entryOf } from '#shared/dictionary/index.ts'
import { isSecret } from '#shared/dictionary/secret.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'
import { type Format, useFormat } from '../../i18n/format.ts'
import { CopyIcon } from '../../ui/copy-button.tsx'
import classes from './values.module.css'

/** The object that the parameters below belong to. */
export function GroupRow({ path, name }: { path: string; name: string | null }) {
  return (
    <div className={classes.group} role="gridcell">
      {name !== null && <strong>{name}</strong>}
      <code>{path}</code>
    </div>
  )
}

/** One parameter. Secrets stay covered until they are asked for. */
export function ParameterRow({ parameter, name }: { parameter: ParameterValue; name: string | null }) {
  const { t } = useTranslation()
  const [isRevealed, setRevealed] = useState(false)
  const { name: path, value, type } = parameter
  const isCovered = isSecret(path) && value !== '' && !isRevealed
  const shortName = lastNameOf(path)
  return (
    <div className={classes.row}>
      <span role="gridcell" className={classes.name} title={path}>
        {name !== null && <span className={classes.friendly}>{name}</span>}
        <code className={name === null ? undefined : classes.faint}>{shortName}</code>
      </span>
      <span role="gridcell" className={classes.value}>
        <Value value={isCovered ? '••••••••' : value} path={path} />
      </span>
      <span role="gridcell" className={classes.type}>
        <code>{type}</code>
      </span>
      <span role="gridcell" className={classes.actions}>
        {isSecret(path) && value !== '' && (
          <Tooltip label={isCovered ? t('read.values.reveal') : t('read.values.conceal')}>
            <ActionIcon
              size="xs"
              aria-label={`${isCovered ? t('read.values.reveal') : t('read.values.conceal')}: ${shortName}`}
              onClick={() => setRevealed(isCovered)}
            >
              {isCovered ? <IconEye size={14} /> : <IconEyeOff size={14} />}
            </ActionIcon>
          </Tooltip>
        )}
        <CopyIcon value={value} what={shortName} />
      </span>
    </div>
  )
}

function Value({ value, path }: { value: string; path: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (value === '') return <em className={classes.soft}>{t('read.values.empty')}</em>
  const meaning = meaningOf(value, entryOf(path)?.unit, format)
  return (
    <>
      <code title={value}>{value}</code>
      {meaning !== '' && <span className={classes.soft}>{meaning}</span>}
    </>
  )
}

/** The unit of a number, and what it comes to where that reads better. */
function meaningOf(value: string, unit: Unit | undefined, format: Format): string {
  if (unit === undefined || !/^\d+$/.test(value)) return unit !== undefined && /^-?\d/.test(value) ? unit : ''
  const number = Number(value)
  if (unit === 's') return number >= 60 ? `s (${format.duration(number * 1000)})` : 's'
  if (unit === 'B') return number >= 1000 ? `B (${format.bytes(number)})` : 'B'
  if (unit === 'KiB') return number >= 1000 ? `KiB (${format.bytes(number * 1024)})` : 'KiB'
  return unit
}
