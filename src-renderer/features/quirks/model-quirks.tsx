import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Quirk, QuirkName, standardQuirks } from '#shared/model/quirk.ts'
import { call } from '../../api.ts'
import { useFormat } from '../../i18n/format.ts'
import { applyFieldEvents } from '../../stores/field-store.ts'
import { navigate } from '../../stores/route.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useAction } from '../../ui/use-action.ts'
import { QuirkField, quirkValueText } from './quirk-field.tsx'
import classes from './quirks.module.css'

/** Every quirk of one model: its value, where it comes from, and the standard's value to go back to. */
export function ModelQuirks({ model, kept }: { model: string; kept: readonly Quirk[] }) {
  return (
    <ul className={classes.list}>
      {QuirkName.options.map((name) => (
        <QuirkRow key={name} model={model} name={name} quirk={kept.find((one) => one.name === name)} />
      ))}
    </ul>
  )
}

function QuirkRow({ model, name, quirk }: { model: string; name: QuirkName; quirk: Quirk | undefined }) {
  const { t } = useTranslation()
  // Shown at once: a box that ticks itself off again for a moment looks broken.
  const [wanted, setWanted] = useState<Quirk['value'] | null>(null)
  const set = useAction(async (value: Quirk['value']) => {
    setWanted(value)
    try {
      const data = await call('quirks.set', { model, name, value })
      applyFieldEvents([{ seq: 0, name: 'quirk.changed', data }])
    } finally {
      setWanted(null)
    }
  })
  const reset = useAction(async () => void (await call('quirks.reset', { model, name })))
  const error = set.error ?? reset.error
  return (
    <li className={classes.quirk} data-kept={quirk !== undefined}>
      <div className={classes.text}>
        <strong>{t(`quirks.${name}`)}</strong>
        <span className={classes.soft}>{t(`quirkHints.${name}`)}</span>
        {quirk && <Origin quirk={quirk} />}
      </div>
      <div className={classes.field}>
        <QuirkField
          name={name}
          value={wanted ?? quirk?.value ?? standardQuirks[name]}
          onCommit={(value) => set.run(value)}
        />
      </div>
      <div className={classes.reset}>
        {quirk ? (
          <Button variant="default" loading={reset.isRunning} onClick={reset.run}>
            {t('quirkPage.reset', { value: quirkValueText(name, standardQuirks[name], t) })}
          </Button>
        ) : (
          <span className={classes.soft}>{t('quirkPage.standard')}</span>
        )}
      </div>
      {error && <ErrorPanel error={error} />}
    </li>
  )
}

/** Since when, from which software, and the session that taught it. */
function Origin({ quirk: { source, since, softwareVersion, sessionId } }: { quirk: Quirk }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <span className={classes.origin}>
      <span className={classes.tag}>{t(`quirks.sources.${source}`)}</span>
      <span>{format.dateTime(since)}</span>
      {softwareVersion !== '' && <span>{t('quirkPage.software', { version: softwareVersion })}</span>}
      {sessionId !== null && (
        <Button variant="subtle" size="compact-xs" onClick={() => navigate({ page: 'trace', sessionId })}>
          {t('quirkPage.why')}
        </Button>
      )}
    </span>
  )
}
