import { useTranslation } from 'react-i18next'
import { StepBar } from '../../ui/step-bar.tsx'

const steps = ['backup', 'box', 'rows', 'result'] as const
export type RestoreStep = (typeof steps)[number]

interface RestoreStepsProps {
  current: RestoreStep
  summaries: Partial<Record<RestoreStep, string>>
  onChange?: (step: RestoreStep) => void
}

/** Where a restore stands. */
export function RestoreSteps(props: RestoreStepsProps) {
  const { t } = useTranslation()
  return <StepBar steps={steps.map((id) => ({ id, name: t(`restore.steps.${id}`) }))} {...props} />
}
