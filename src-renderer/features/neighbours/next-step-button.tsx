import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Neighbour } from '#shared/model/discovery.ts'
import { navigate } from '../../stores/route.ts'
import { placeOfStep } from './neighbour-rows.ts'

interface NextStepButtonProps {
  neighbour: Neighbour
  onIdentify: () => void
  isMain?: boolean
}

/** The one next thing to do with a neighbour; why is its tooltip. */
export function NextStepButton({ neighbour, onIdentify, isMain = false }: NextStepButtonProps) {
  const { t } = useTranslation()
  const { nextStep } = neighbour
  const place = placeOfStep(neighbour)
  return (
    <Button
      variant={isMain ? 'filled' : 'light'}
      color={nextStep === 'identify' && !isMain ? 'gray' : 'petrol'}
      title={t(`discovery.nextSteps.${nextStep}.text`)}
      onClick={(event) => {
        event.stopPropagation()
        if (place) navigate(place)
        else onIdentify()
      }}
    >
      {t(`discovery.nextSteps.${nextStep}.title`)}
    </Button>
  )
}
