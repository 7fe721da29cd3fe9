import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api.ts'
import { useApp } from '../../stores/app-store.ts'
import { type Draft, fillDraft, resolveKeys } from '../../stores/provision-draft.ts'
import { changeDraft, useDraft } from '../../stores/provision-store.ts'
import { navigate, type ProvisionStep, replaceRoute } from '../../stores/route.ts'
import { deviceName } from '../device/device-name.ts'
import { useLabel, useTemplateBook } from '../templates/use-templates.ts'
import { BoxesStep } from './boxes-step.tsx'
import { CheckStep } from './check-step.tsx'
import { ProvisionSteps } from './provision-steps.tsx'
import { TemplateStep } from './template-step.tsx'
import { ValuesStep } from './values-step.tsx'

/** From boxes to values that are ready to be written; a step opens when those before it are complete. */
export function Guided({ step }: { step: ProvisionStep }) {
  const { t } = useTranslation()
  const label = useLabel()
  const book = useTemplateBook()
  const draft = useDraft()
  const devices = useApp((app) => app.devices)
  useArrivals(draft)
  if (!book) return null
  const template = draft.templateId === null ? undefined : book.find(draft.templateId)
  const whole = template && book.whole(template)
  const filled = fillDraft(draft, whole?.variables ?? [])
  const current = furthest(step, draft, whole !== undefined, filled.isComplete)
  const [first] = draft.boxes
  const one = draft.boxes.length === 1 && first?.deviceId ? devices[first.deviceId] : undefined
  const given = whole?.variables.filter(({ name }) => filled.boxes.some(({ all }) => all[name] !== undefined)) ?? []
  const summaries = {
    ...(draft.boxes.length > 0 && {
      boxes: one ? deviceName(one) : t('provision.boxCount', { count: draft.boxes.length }),
    }),
    ...(template && { template: label(template.name) }),
    ...(current === 'check' && { values: t('provision.valueCount', { count: given.length }) }),
  }
  const go = (next: ProvisionStep) => navigate({ page: 'provision', step: next })
  return (
    <>
      <ProvisionSteps current={current} summaries={summaries} onChange={(next) => next !== 'apply' && go(next)} />
      {current === 'boxes' && (
        <BoxesStep
          draft={draft}
          canCheck={whole !== undefined && filled.isComplete}
          hasTemplate={whole !== undefined}
          onNext={() => go(whole === undefined ? 'template' : filled.isComplete ? 'check' : 'values')}
        />
      )}
      {current === 'template' && <TemplateStep draft={draft} book={book} onNext={() => go('values')} />}
      {current === 'values' && whole && (
        <ValuesStep draft={draft} template={whole} filled={filled} onNext={() => go('check')} />
      )}
      {current === 'check' && whole && (
        <CheckStep
          draft={draft}
          template={whole}
          filled={filled}
          onBack={() => go('values')}
          onApplied={(batchId) => replaceRoute({ page: 'provision', batchId })}
        />
      )}
    </>
  )
}

/** The step that was asked for, or the first one before it that is not complete. */
function furthest(step: ProvisionStep, { boxes }: Draft, hasTemplate: boolean, isComplete: boolean): ProvisionStep {
  if (boxes.length === 0 || step === 'boxes') return 'boxes'
  if (!hasTemplate || step === 'template') return 'template'
  return step === 'check' && isComplete ? 'check' : 'values'
}

/** Boxes that are waited for are looked up again whenever a box came. */
function useArrivals({ boxes }: Draft): void {
  const count = useApp((app) => Object.keys(app.devices).length)
  const waiting = boxes.filter(({ deviceId }) => deviceId === null).map(({ key }) => key)
  const keys = JSON.stringify(waiting)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a box that came is the reason to look again
  useEffect(() => {
    const wanted = JSON.parse(keys) as string[]
    if (wanted.length === 0) return
    call('provision.find', { keys: wanted }).then(
      (found) => found.some(({ deviceId }) => deviceId !== null) && changeDraft((now) => resolveKeys(now, found)),
      // Asked again when the next box comes.
      () => {},
    )
  }, [keys, count])
}
