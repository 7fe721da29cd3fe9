import { Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type HandStepMaker, handStepMakers } from '#shared/model/pointing.ts'
import { useApp } from '../../stores/app-store.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import classes from './pointing.module.css'

/** Entering the URL on the box: what to enter, and where each maker has hidden the place. */
export function HandMethod({ maker }: { maker: HandStepMaker }) {
  const { t } = useTranslation()
  const acsUrl = useApp((app) => app.endpoints.acsUrl)
  const [chosen, setChosen] = useState<HandStepMaker | null>(null)
  const shown = chosen ?? maker
  return (
    <div className={classes.hand}>
      <div className={classes.url}>
        <code>{acsUrl}</code>
        <CopyButton value={acsUrl} what={t('shell.status.acsUrl')} />
      </div>
      <Select
        label={t('pointing.maker')}
        value={shown}
        data={handStepMakers.map((value) => ({ value, label: t(`pointing.hand.${value}.name`) }))}
        onChange={(value) => setChosen(value as HandStepMaker | null)}
        allowDeselect={false}
        w={260}
      />
      <p className={classes.steps}>{t(`pointing.hand.${shown}.steps`)}</p>
      <p className={classes.soft}>{t('pointing.stepsNote')}</p>
    </div>
  )
}
