import { NumberInput, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Firmware } from '#shared/model/firmware.ts'
import type { FirmwareInput } from '#shared/model/firmware-push.ts'
import { useApp } from '../../stores/app-store.ts'
import { Card } from '../../ui/card.tsx'
import classes from './firmware.module.css'
import { FileTypeField, hintBelow } from './metadata-form.tsx'
import { ServerOffNotice, TransportField } from './transport-field.tsx'

/** How the file goes over; the rest of `FirmwareInput` comes from elsewhere. */
export interface Options
  extends Pick<FirmwareInput, 'transport' | 'auth' | 'delaySeconds' | 'targetFileName' | 'verifyTimeoutSeconds'> {
  fileType: string
  stopAfterFailures: number
}

export function defaultOptions({ metadata }: Firmware): Options {
  return {
    transport: 'http',
    auth: 'none',
    delaySeconds: 0,
    targetFileName: '',
    verifyTimeoutSeconds: 900,
    fileType: metadata.fileType,
    stopAfterFailures: 0,
  }
}

const auths = ['none', 'digest', 'basic'] as const

interface PushOptionsProps {
  options: Options
  /** Several boxes: what to do when some fail. */
  isBatch: boolean
  onChange: (options: Options) => void
}

/** How to transfer; folded away, because the usual way is the right one for most boxes. */
export function PushOptions({ options, isBatch, onChange }: PushOptionsProps) {
  const { t } = useTranslation()
  const atOnce = useApp((app) => app.settings.firmware.maxSimultaneous)
  const set = (change: Partial<Options>) => onChange({ ...options, ...change })
  const number = (value: number | string, fallback: number) => (typeof value === 'number' ? value : fallback)
  return (
    <Card>
      <details className={classes.options}>
        <summary>{t('firmware.boxes.options')}</summary>
        <div className={classes.fields}>
          <TransportField value={options.transport} onChange={(transport) => set({ transport })} />
          <AuthField options={options} onChange={(auth) => set({ auth })} />
          <FileTypeField value={options.fileType} onChange={(fileType) => set({ fileType })} />
          <TextInput
            label={t('firmware.boxes.target')}
            inputWrapperOrder={hintBelow}
            description={t('firmware.boxes.targetHint')}
            value={options.targetFileName}
            maxLength={256}
            onChange={(event) => set({ targetFileName: event.currentTarget.value })}
          />
          <NumberInput
            label={t('firmware.boxes.delay')}
            value={options.delaySeconds}
            min={0}
            max={604_800}
            allowDecimal={false}
            onChange={(value) => set({ delaySeconds: number(value, 0) })}
          />
          <NumberInput
            label={t('firmware.boxes.verifyTimeout')}
            value={options.verifyTimeoutSeconds}
            min={5}
            max={86_400}
            allowDecimal={false}
            onChange={(value) => set({ verifyTimeoutSeconds: number(value, 900) })}
          />
          {isBatch && (
            <NumberInput
              label={t('firmware.boxes.stopAfter')}
              inputWrapperOrder={hintBelow}
              description={`${t('firmware.boxes.stopAfterHint')} · ${t('firmware.boxes.atOnce', { count: atOnce })}`}
              value={options.stopAfterFailures}
              min={0}
              max={1000}
              allowDecimal={false}
              onChange={(value) => set({ stopAfterFailures: number(value, 0) })}
            />
          )}
        </div>
      </details>
      <ServerOffNotice protocol={options.transport} />
    </Card>
  )
}

/** How the box logs in for the file: FTP cannot do without, TFTP cannot do with. */
function AuthField({ options, onChange }: { options: Options; onChange: (auth: Options['auth']) => void }) {
  const { t } = useTranslation()
  const { transport, auth } = options
  const fixed = { http: null, https: null, ftp: t('firmware.boxes.authFtp'), tftp: t('firmware.boxes.authTftp') }[
    transport
  ]
  return (
    <Select
      label={t('firmware.boxes.auth')}
      value={fixed === null ? auth : 'none'}
      allowDeselect={false}
      disabled={fixed !== null}
      data={auths.map((one) => ({ value: one, label: fixed ?? t(`firmware.boxes.auths.${one}`) }))}
      onChange={(value) => onChange(auths.find((one) => one === value) ?? 'none')}
    />
  )
}
