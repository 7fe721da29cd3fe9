import { Button, Group, Select, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Firmware, FirmwareMetadata } from '#shared/model/firmware.ts'
import { call } from '../../api.ts'
import { useApp } from '../../stores/app-store.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useAction } from '../../ui/use-action.ts'
import { fileTypeIdOf, fileTypeIds, fileTypes } from './file-types.ts'
import classes from './firmware.module.css'
import { parseList, suggestedVersion } from './texts.ts'

const lists = ['models', 'hardwareVersions', 'ouis', 'fromVersions'] as const
type ListField = (typeof lists)[number]

const listLabels = {
  models: 'firmware.file.models',
  hardwareVersions: 'firmware.file.hardware',
  ouis: 'firmware.file.ouis',
  fromVersions: 'firmware.file.fromVersions',
} as const

/** Fields side by side stand on one line, however long their hints are. */
export const hintBelow: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error']

const otherType = 'other'

interface Draft extends Record<ListField, string> {
  version: string
  fileType: string
  note: string
}

function draftOf({ metadata }: Firmware): Draft {
  const { version, fileType, note } = metadata
  const texts = Object.fromEntries(lists.map((field) => [field, metadata[field].join(', ')])) as Record<
    ListField,
    string
  >
  return { version, fileType, note, ...texts }
}

function metadataOf({ version, fileType, note, ...texts }: Draft): FirmwareMetadata {
  const parsed = Object.fromEntries(lists.map((field) => [field, parseList(texts[field])])) as Record<
    ListField,
    string[]
  >
  return { version, fileType, note, ...parsed }
}

/** What the technician knows of a file; kept with it. */
export function MetadataForm({ firmware, onUse }: { firmware: Firmware; onUse: () => void }) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(() => draftOf(firmware))
  const models = useApp((app) => app.devices)
  const save = useAction(async (then: () => void) => {
    await call('firmware.setMetadata', { id: firmware.id, metadata: metadataOf(draft) })
    then()
  })
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change })
  const isChanged = JSON.stringify(metadataOf(draft)) !== JSON.stringify(firmware.metadata)
  const suggestion = suggestedVersion(firmware)
  const known = [...new Set(Object.values(models).map(({ modelName, productClass }) => modelName || productClass))]
  const missing = known.filter((model) => model !== '' && !parseList(draft.models).includes(model))

  return (
    <form
      className={classes.metadata}
      onSubmit={(event) => {
        event.preventDefault()
        save.run(onUse)
      }}
    >
      <div>
        <h3>{t('firmware.file.known')}</h3>
        <p className={classes.soft}>{t('firmware.file.knownHint')}</p>
      </div>
      <div className={classes.fields}>
        <div>
          <TextInput
            label={t('firmware.file.version')}
            inputWrapperOrder={hintBelow}
            description={t('firmware.file.versionHint')}
            value={draft.version}
            maxLength={128}
            onChange={(event) => set({ version: event.currentTarget.value })}
          />
          {suggestion !== '' && suggestion !== draft.version && (
            <Button variant="subtle" size="compact-xs" onClick={() => set({ version: suggestion })}>
              {t('firmware.file.versionSuggestion', { version: suggestion })}
            </Button>
          )}
        </div>
        <div>
          <TextInput
            label={t('firmware.file.models')}
            inputWrapperOrder={hintBelow}
            description={t('firmware.file.modelsHint')}
            value={draft.models}
            onChange={(event) => set({ models: event.currentTarget.value })}
          />
          {missing.map((model) => (
            <Button
              key={model}
              variant="subtle"
              size="compact-xs"
              leftSection={<IconPlus size={12} />}
              aria-label={`${t('firmware.file.modelFrom')}: ${model}`}
              onClick={() => set({ models: [...parseList(draft.models), model].join(', ') })}
            >
              {model}
            </Button>
          ))}
        </div>
        {lists.slice(1).map((field) => (
          <TextInput
            key={field}
            label={t(listLabels[field])}
            inputWrapperOrder={hintBelow}
            description={t('firmware.file.listHint')}
            value={draft[field]}
            onChange={(event) => set({ [field]: event.currentTarget.value })}
          />
        ))}
        <FileTypeField value={draft.fileType} onChange={(fileType) => set({ fileType })} />
        <TextInput
          label={t('firmware.file.note')}
          value={draft.note}
          maxLength={2000}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
      </div>
      {save.error && <ErrorPanel error={save.error} />}
      <Group justify="flex-end" gap="xs">
        {!isChanged && <span className={classes.soft}>{t('firmware.file.saved')}</span>}
        <Button variant="default" disabled={!isChanged} loading={save.isRunning} onClick={() => save.run(() => {})}>
          {t('common.save')}
        </Button>
        <Button type="submit" loading={save.isRunning}>
          {t('firmware.library.use')}
        </Button>
      </Group>
    </form>
  )
}

/** One of the standard's file types, or one of a maker. */
export function FileTypeField({ value, onChange }: { value: string; onChange: (fileType: string) => void }) {
  const { t } = useTranslation()
  const id = fileTypeIdOf(value)
  return (
    <div>
      <Select
        label={t('firmware.file.fileType')}
        value={id ?? otherType}
        allowDeselect={false}
        data={[
          ...fileTypeIds.map((one) => ({ value: one, label: t(`firmware.fileTypes.${one}`) })),
          { value: otherType, label: t('firmware.file.otherType') },
        ]}
        onChange={(chosen) => {
          const standard = fileTypeIds.find((one) => one === chosen)
          onChange(standard === undefined ? 'X ' : fileTypes[standard])
        }}
      />
      {id === undefined && (
        <TextInput
          mt={6}
          aria-label={t('firmware.file.otherTypeField')}
          inputWrapperOrder={hintBelow}
          description={t('firmware.file.otherTypeHint')}
          value={value}
          maxLength={64}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </div>
  )
}
