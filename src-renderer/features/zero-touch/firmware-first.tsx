import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Firmware } from '#shared/model/firmware.ts'
import type { ZeroTouchRule } from '#shared/model/provision.ts'
import classes from './zero-touch.module.css'

interface FirmwareFirstProps {
  firmware: ZeroTouchRule['firmware']
  files: readonly Firmware[]
  onChange: (firmware: ZeroTouchRule['firmware']) => void
}

/** The decision "firmware first": a box that runs another version gets this file, and after its restart the parameters. */
export function FirmwareFirst({ firmware, files, onChange }: FirmwareFirstProps) {
  const { t } = useTranslation()
  return (
    <section className={classes.part} aria-label={t('zeroTouch.firmware.title')}>
      <h3>{t('zeroTouch.firmware.title')}</h3>
      <p className={classes.soft}>{t('zeroTouch.firmware.hint')}</p>
      <div className={classes.fields}>
        <Select
          label={t('zeroTouch.firmware.file')}
          placeholder={t('zeroTouch.firmware.none')}
          clearable
          data={files.map(({ id, fileName, metadata }) => ({
            value: id,
            label: metadata.version === '' ? fileName : `${fileName} · ${metadata.version}`,
          }))}
          value={firmware?.firmwareId ?? null}
          onChange={(firmwareId) => {
            const version = files.find(({ id }) => id === firmwareId)?.metadata.version ?? ''
            onChange(firmwareId === null ? null : { firmwareId, version })
          }}
        />
        {firmware && (
          <TextInput
            label={t('zeroTouch.firmware.version')}
            description={t('zeroTouch.firmware.versionHint')}
            inputWrapperOrder={['label', 'input', 'description']}
            classNames={{ input: 'mono' }}
            value={firmware.version}
            onChange={(event) => onChange({ ...firmware, version: event.currentTarget.value })}
          />
        )}
      </div>
    </section>
  )
}
