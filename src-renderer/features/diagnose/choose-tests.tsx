import { Button, Checkbox } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import type { DiagnosticKind, DiagnosticTest, MetricLimits } from '#shared/model/diagnose.ts'
import { currentApp } from '../../stores/app-store.ts'
import { changeSettings } from '../../stores/settings-actions.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useAction } from '../../ui/use-action.ts'
import classes from './diagnose.module.css'
import { DiagnoseLimits } from './diagnose-limits.tsx'
import { type FieldTexts, initialTexts, standardKinds, toTest, vendorKinds } from './test-fields.ts'
import { TestForm } from './test-form.tsx'

interface ChooseTestsProps {
  device: Device
  /** What was tested before, to be changed. */
  initial: readonly DiagnosticTest[]
  /** What the box has refused before. */
  notOffered: ReadonlySet<DiagnosticKind>
  onStart: (tests: DiagnosticTest[], limits: Record<string, MetricLimits>) => Promise<void>
}

type Chosen = Partial<Record<DiagnosticKind, FieldTexts>>

/** Step 2: which tests, each with a short form that is filled in already. */
export function ChooseTests({ device, initial, notOffered, onStart }: ChooseTestsProps) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<Chosen>(() => initialChoice(initial))
  const [limits, setLimits] = useState(currentApp()?.settings.diagnose.limits ?? {})
  const start = useAction(async (tests: DiagnosticTest[]) => {
    await changeSettings({ diagnose: { limits } })
    await onStart(tests, limits)
  })
  const kinds = [...standardKinds, ...vendorKinds].filter((kind) => chosen[kind] !== undefined)
  const outcomes = kinds.map((kind) => ({ kind, outcome: toTest(kind, chosen[kind] ?? {}) }))
  const tests = outcomes.flatMap(({ outcome }) => ('test' in outcome ? [outcome.test] : []))
  const canStart = tests.length > 0 && tests.length === kinds.length && !start.isRunning

  const toggle = (kind: DiagnosticKind) =>
    setChosen(({ [kind]: present, ...rest }) =>
      present
        ? rest
        : {
            ...rest,
            [kind]: initialTexts(
              kind,
              initial.find((test) => test.kind === kind),
            ),
          },
    )
  const option = (kind: DiagnosticKind) => {
    const texts = chosen[kind]
    const outcome = outcomes.find((one) => one.kind === kind)?.outcome
    return (
      <div key={kind} className={classes.test} data-chosen={texts !== undefined}>
        <Checkbox
          label={<strong>{t(`diagnose.kinds.${kind}`)}</strong>}
          description={notOffered.has(kind) ? t('diagnose.choose.notOffered') : t(`diagnose.purposes.${kind}`)}
          checked={texts !== undefined}
          onChange={() => toggle(kind)}
        />
        {texts && (
          <TestForm
            kind={kind}
            texts={texts}
            wrong={outcome && 'wrong' in outcome ? outcome.wrong : []}
            onChange={(next) => setChosen({ ...chosen, [kind]: next })}
          />
        )}
      </div>
    )
  }

  return (
    <form
      className={classes.stack}
      onSubmit={(event) => {
        event.preventDefault()
        if (canStart) start.run(tests)
      }}
    >
      <Card title={t('diagnose.choose.title')} hint={t('diagnose.choose.hint')}>
        <div className={classes.tests}>{standardKinds.map(option)}</div>
      </Card>
      {device.dataModel !== 'tr098' && (
        <Card title={t('diagnose.choose.vendor')} hint={t('diagnose.choose.vendorHint')}>
          <div className={classes.tests}>{vendorKinds.map(option)}</div>
        </Card>
      )}
      <DiagnoseLimits kinds={kinds} limits={limits} onChange={setLimits} />
      {start.error && <ErrorPanel error={start.error} />}
      <div className={classes.start}>
        <span className={classes.soft} role="status">
          {kinds.length === 0
            ? t('diagnose.choose.none')
            : tests.length < kinds.length
              ? t('diagnose.choose.incomplete')
              : t('diagnose.choose.count', { count: kinds.length })}
        </span>
        <Button
          type="submit"
          size="sm"
          leftSection={<IconPlayerPlay size={16} />}
          disabled={!canStart}
          loading={start.isRunning}
        >
          {t('diagnose.choose.start')}
        </Button>
      </div>
    </form>
  )
}

function initialChoice(initial: readonly DiagnosticTest[]): Chosen {
  if (initial.length === 0) return { ping: initialTexts('ping') }
  return Object.fromEntries(initial.map((test) => [test.kind, initialTexts(test.kind, test)]))
}
