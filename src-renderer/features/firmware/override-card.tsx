import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/card.tsx'
import classes from './firmware.module.css'

interface OverrideCardProps {
  /** How many of the chosen boxes are blocked. */
  count: number
  reason: string
  onChange: (reason: string) => void
}

/** Who sends a file against the check says why: typed, kept with the result, shown in the report. */
export function OverrideCard({ count, reason, onChange }: OverrideCardProps) {
  const { t } = useTranslation()
  return (
    <div className={classes.override}>
      <Card title={t('firmware.boxes.overrideTitle', { count })} hint={t('firmware.boxes.overrideHint')}>
        <Textarea
          label={t('firmware.boxes.overrideField')}
          placeholder={t('firmware.boxes.overridePlaceholder')}
          value={reason}
          maxLength={500}
          autosize
          minRows={2}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </Card>
    </div>
  )
}
