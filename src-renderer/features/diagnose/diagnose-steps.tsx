import { useTranslation } from 'react-i18next'
import { StepBar } from '../../ui/step-bar.tsx'

const steps = ['box', 'tests', 'result'] as const
export type DiagnoseStep = (typeof steps)[number]

interface DiagnoseStepsProps {
  current: DiagnoseStep
  summaries: Partial<Record<DiagnoseStep, string>>
  onChange?: (step: DiagnoseStep) => void
}

/** Where the diagnosis stands: box, tests, result. */
export function DiagnoseSteps(props: DiagnoseStepsProps) {
  const { t } = useTranslation()
  return <StepBar steps={steps.map((id) => ({ id, name: t(`diagnose.steps.${id}`) }))} {...props} />
}
