import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { navigate } from '../../stores/route.ts'

/** Leads from a fault code to its place in the catalogue. */
export function FaultLink({ code, deviceId }: { code: number; deviceId?: string }) {
  const { t } = useTranslation()
  return (
    <Button
      variant="subtle"
      size="compact-xs"
      onClick={() => navigate({ page: 'faults', code, ...(deviceId !== undefined && { deviceId }) })}
    >
      {t('catalogue.about', { code })}
    </Button>
  )
}
