import { useTranslation } from 'react-i18next'
import { StepBar } from '../../ui/step-bar.tsx'

const steps = ['file', 'boxes', 'push'] as const
type Step = (typeof steps)[number]

interface PushStepsProps {
  current: Step
  summaries: Partial<Record<Step, string>>
  /** Goes back to a step that is done; absent while the push goes on. */
  onChange?: (step: Step) => void
}

/** Where the push stands: file, boxes, push. */
export function PushSteps(props: PushStepsProps) {
  const { t } = useTranslation()
  return <StepBar steps={steps.map((id) => ({ id, name: t(`firmware.steps.${id}`) }))} {...props} />
}
