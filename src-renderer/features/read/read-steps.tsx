import { useTranslation } from 'react-i18next'
import { StepBar } from '../../ui/step-bar.tsx'

const steps = ['box', 'what', 'values'] as const
export type ReadStep = (typeof steps)[number]

interface ReadStepsProps {
  current: ReadStep
  summaries: Partial<Record<ReadStep, string>>
  onChange: (step: ReadStep) => void
}

/** Where the guided read stands. */
export function ReadSteps(props: ReadStepsProps) {
  const { t } = useTranslation()
  return <StepBar steps={steps.map((id) => ({ id, name: t(`read.steps.${id}`) }))} {...props} />
}
