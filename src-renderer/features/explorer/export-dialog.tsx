import { Button, Checkbox, Group, Modal, Radio, SegmentedControl } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { resolveLanguage } from '#shared/i18n/index.ts'
import type { Device } from '#shared/model/device.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'
import { parametersToCsv, parametersToJson, parametersToXml } from '#shared/parameters/export.ts'
import type { TreeNode } from '#shared/parameters/tree.ts'
import { useFormat } from '../../i18n/format.ts'
import { fileName, saveText } from '../../ui/save-text.ts'
import { deviceName } from '../device/device-name.ts'
import classes from './explorer.module.css'

interface ExportDialogProps {
  device: Device
  parameters: readonly TreeNode[]
  /** What search and chips leave; undefined where they leave all. */
  shown: ReadonlySet<string> | undefined
}

type FileKind = 'csv' | 'xml' | 'json'
const fileKinds: readonly FileKind[] = ['csv', 'xml', 'json']

/** Saves values as a file; secrets only when asked for. */
export function ExportDialog({ device, parameters, shown }: ExportDialogProps) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const [scope, setScope] = useState<'all' | 'shown'>('all')
  const [kind, setKind] = useState<FileKind>('csv')
  const [withSecrets, setWithSecrets] = useState(false)
  const isScoped = shown !== undefined && scope === 'shown'
  const values = (): ParameterValue[] =>
    parameters.flatMap(({ path, value, type }) =>
      value === null || (isScoped && !shown.has(path)) ? [] : [{ name: path, value, type: type ?? 'string' }],
    )

  function save(): void {
    const takenAt = new Date().toISOString()
    const name = fileName(deviceName(device), takenAt.slice(0, 19))
    const facts = { device: deviceName(device), takenAt, withSecrets }
    const heads = {
      path: t('read.values.csv.path'),
      name: t('read.values.csv.name'),
      value: t('read.values.csv.value'),
      type: t('read.values.csv.type'),
      fault: t('read.values.csv.fault'),
    }
    const texts: Record<FileKind, () => string> = {
      csv: () => parametersToCsv(values(), heads, resolveLanguage(i18n.language), facts),
      xml: () => parametersToXml(values(), facts),
      json: () => parametersToJson(values(), facts),
    }
    saveText(`${name}.${kind}`, texts[kind]())
    setOpen(false)
  }

  return (
    <>
      <Button variant="default" leftSection={<IconDownload size={15} />} onClick={() => setOpen(true)}>
        {t('explorer.exporting.button')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t('explorer.exporting.title')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <div className={classes.exportForm}>
          {shown !== undefined && (
            <Radio.Group
              label={t('explorer.exporting.what')}
              value={scope}
              onChange={(value) => setScope(value === 'shown' ? 'shown' : 'all')}
            >
              <Radio value="all" label={t('explorer.exporting.all', { shown: format.number(parameters.length) })} />
              <Radio value="shown" label={t('explorer.exporting.shown', { shown: format.number(shown.size) })} />
            </Radio.Group>
          )}
          <SegmentedControl
            aria-label={t('explorer.exporting.format')}
            value={kind}
            onChange={setKind}
            data={fileKinds.map((one) => ({ value: one, label: one.toUpperCase() }))}
          />
          <Checkbox
            label={t('explorer.exporting.secrets')}
            description={t('explorer.exporting.secretsHint')}
            checked={withSecrets}
            onChange={(event) => setWithSecrets(event.currentTarget.checked)}
          />
        </div>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={() => setOpen(false)}>
            {t('common.cancel')}
          </Button>
          <Button onClick={save}>{t('explorer.exporting.save')}</Button>
        </Group>
      </Modal>
    </>
  )
}
