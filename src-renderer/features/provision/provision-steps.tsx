import { useTranslation } from 'react-i18next'
import { StepBar } from '../../ui/step-bar.tsx'

const steps = ['boxes', 'template', 'values', 'check', 'apply'] as const
type Step = (typeof steps)[number]

interface ProvisionStepsProps {
  current: Step
  summaries: Partial<Record<Step, string>>
  /** Goes back to a step that is done; absent once values are being written. */
  onChange?: (step: Step) => void
}

/** Where provisioning stands: boxes, template, values, check, apply. */
export function ProvisionSteps(props: ProvisionStepsProps) {
  const { t } = useTranslation()
  return <StepBar steps={steps.map((id) => ({ id, name: t(`provision.steps.${id}`) }))} {...props} />
}
