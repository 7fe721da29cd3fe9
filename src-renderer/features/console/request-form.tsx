import { Button, Select, Textarea } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import type { RpcRequest } from '#shared/model/rpc.ts'
import { useApp } from '../../stores/app-store.ts'
import { Card } from '../../ui/card.tsx'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { isOffered } from '../device/box-methods.ts'
import classes from './console.module.css'
import { isGrave, parseRequest, type RpcName, rpcNames, rpcTemplate } from './rpc-template.ts'

interface RequestFormProps {
  device: Device
  methods: readonly string[] | null
  initialName: RpcName
  isSending: boolean
  onSend: (request: RpcRequest) => void
}

/** The request: which, and its arguments as JSON, prefilled and checked while it is written. */
export function RequestForm({ device, methods, initialName, isSending, onSend }: RequestFormProps) {
  const { t } = useTranslation()
  const fileUrl = useApp((app) => app.endpoints.fileUrl)
  const root = device.dataModel === 'tr098' ? 'InternetGatewayDevice.' : 'Device.'
  const templateOf = (of: RpcName) => JSON.stringify(rpcTemplate(of, { root, fileUrl }), null, 2)
  const [name, setName] = useState(initialName)
  const [text, setText] = useState(() => templateOf(initialName))
  const parsed = parseRequest(name, text)
  const problem =
    parsed.kind === 'noJson'
      ? t('console.noJson', { detail: parsed.detail })
      : parsed.kind === 'wrong'
        ? t('console.wrong', { field: parsed.field, detail: parsed.detail })
        : null
  const send = () => {
    if (parsed.kind === 'right') onSend(parsed.request)
  }
  const sendButton = (onClick?: () => void) => (
    <Button
      {...(onClick ? { onClick } : { type: 'submit' as const })}
      leftSection={<IconSend size={15} />}
      loading={isSending}
      disabled={parsed.kind !== 'right'}
    >
      {t('console.send')}
    </Button>
  )
  return (
    <Card>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!isGrave(name)) send()
        }}
      >
        <Select
          label={t('console.method')}
          description={methods !== null && !isOffered(name, methods) ? t('console.notOffered') : undefined}
          value={name}
          data={rpcNames.map((value) => ({
            value,
            label: isOffered(value, methods) ? value : t('console.notOfferedName', { name: value }),
          }))}
          onChange={(value) => {
            if (value === null) return
            setName(value as RpcName)
            setText(templateOf(value as RpcName))
          }}
          allowDeselect={false}
          searchable
          maxDropdownHeight={420}
          className={classes.method}
        />
        <Textarea
          label={t('console.arguments')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isGrave(name)) send()
          }}
          error={problem}
          autosize
          minRows={4}
          maxRows={18}
          spellCheck={false}
          classNames={{ input: classes.json ?? '' }}
        />
        <div className={classes.foot}>
          {isGrave(name) ? (
            <ConfirmButton
              title={t('console.graveTitle', { name })}
              text={t('console.graveText')}
              confirmLabel={t('console.send')}
              onConfirm={() => {
                send()
                return Promise.resolve()
              }}
              renderButton={(open) => sendButton(open)}
            />
          ) : (
            sendButton()
          )}
          <Button variant="default" onClick={() => setText(templateOf(name))}>
            {t('console.template')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
