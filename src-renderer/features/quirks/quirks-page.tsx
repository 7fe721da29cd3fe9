import { Select } from '@mantine/core'
import { IconPuzzle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { modelName, modelOf } from '#shared/model/model-key.ts'
import type { Quirk } from '#shared/model/quirk.ts'
import { useApp } from '../../stores/app-store.ts'
import { useField } from '../../stores/field-store.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { ModelQuirks } from './model-quirks.tsx'
import classes from './quirks.module.css'

const none: readonly Quirk[] = []

/** How models stray from the standard: what was learned, what was set by hand, and the way to change it. */
export function QuirksPage({ model }: { model?: string }) {
  const { t } = useTranslation()
  const kept = useField(({ quirks }) => quirks) ?? none
  const devices = useApp((app) => app.devices)
  const models = [
    ...new Set([...kept.map((quirk) => quirk.model), ...Object.values(devices).map((device) => modelOf(device))]),
  ].sort()
  const [chosen, setChosen] = useState<string | null>(model ?? null)
  const shown = chosen ?? kept[0]?.model ?? models[0] ?? null
  const nameOf = (key: string) => {
    const device = Object.values(devices).find((one) => modelOf(one) === key)
    return device
      ? `${device.manufacturer} ${device.modelName || device.productClass} (${modelName(key)})`
      : modelName(key)
  }
  return (
    <Page title={t('quirkPage.title')} subtitle={t('quirkPage.intro')} canGoBack>
      {shown === null ? (
        <EmptyState icon={IconPuzzle} text={t('quirkPage.empty')} />
      ) : (
        <>
          <Select
            label={t('quirkPage.model')}
            value={shown}
            data={models.map((value) => {
              const count = kept.filter((quirk) => quirk.model === value).length
              return { value, label: count > 0 ? `${nameOf(value)} · ${count}` : nameOf(value) }
            })}
            onChange={setChosen}
            allowDeselect={false}
            className={classes.model}
          />
          <ModelQuirks key={shown} model={shown} kept={kept.filter((quirk) => quirk.model === shown)} />
        </>
      )}
    </Page>
  )
}
