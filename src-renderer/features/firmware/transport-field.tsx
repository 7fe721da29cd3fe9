import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type ServedProtocol, servedProtocols } from '#shared/model/transfer.ts'
import { useApp } from '../../stores/app-store.ts'
import { serverSettingOf } from '../../stores/settings-actions.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { hintBelow } from './metadata-form.tsx'

const listenerOf = { http: 'files', ...serverSettingOf } as const

/** The server of a protocol as it stands; undefined before the core has told. */
function useServer(protocol: ServedProtocol) {
  return useApp((app) => app.listeners).find(({ name }) => name === listenerOf[protocol])
}

/** Whether boxes can fetch by a protocol now. */
export function useIsServed(protocol: ServedProtocol): boolean {
  return useServer(protocol)?.state === 'listening'
}

interface TransportFieldProps {
  value: ServedProtocol
  onChange: (protocol: ServedProtocol) => void
}

/** By which protocol the boxes fetch. */
export function TransportField({ value, onChange }: TransportFieldProps) {
  const { t } = useTranslation()
  const listeners = useApp((app) => app.listeners)
  const { passiveFrom, passiveTo } = useApp((app) => app.settings.ftp)
  const port = useServer(value)?.port ?? 0
  const isOff = (protocol: ServedProtocol) =>
    listeners.find(({ name }) => name === listenerOf[protocol])?.state !== 'listening'
  const nameOf = (protocol: ServedProtocol) => protocol.toUpperCase()
  const hints = {
    http: '',
    https: t('firmware.boxes.httpsHint'),
    ftp:
      passiveFrom === 0
        ? t('firmware.boxes.ftpHint', { port })
        : t('firmware.boxes.ftpHintRange', { port, from: passiveFrom, to: passiveTo }),
    tftp: t('firmware.boxes.tftpHint', { port }),
  }
  return (
    <Select
      label={t('firmware.boxes.transport')}
      inputWrapperOrder={hintBelow}
      description={isOff(value) ? '' : hints[value]}
      value={value}
      allowDeselect={false}
      data={servedProtocols.map((protocol) => ({
        value: protocol,
        label: isOff(protocol) ? t('firmware.boxes.transportOff', { protocol: nameOf(protocol) }) : nameOf(protocol),
      }))}
      onChange={(chosen) => onChange(servedProtocols.find((one) => one === chosen) ?? 'http')}
    />
  )
}

/** The server of the chosen protocol is off, or could not be opened: said where it matters, with the button that helps. */
export function ServerOffNotice({ protocol }: { protocol: ServedProtocol }) {
  const server = useServer(protocol)
  if (!server || server.state === 'listening' || server.state === 'starting') return null
  const off = {
    code: 'FILE_SERVER_OFF',
    params: { protocol: protocol.toUpperCase() },
    remedy: 'switchFileServerOn',
  } as const
  return <ErrorPanel error={server.error ?? off} isNotice />
}
