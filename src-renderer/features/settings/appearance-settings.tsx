import { useTranslation } from 'react-i18next'
import { languageNames, languages } from '#shared/i18n/index.ts'
import { useApp } from '../../stores/app-store.ts'
import { Card } from '../../ui/card.tsx'
import { ChoiceSetting } from './setting-fields.tsx'
import classes from './settings.module.css'

const themes = ['system', 'light', 'dark'] as const

export function AppearanceSettings() {
  const { t } = useTranslation()
  const { language, theme } = useApp((app) => app.settings)
  return (
    <Card title={t('settings.groups.appearance')}>
      <div className={classes.fields}>
        <ChoiceSetting
          label={t('settings.language')}
          value={language}
          patchOf={(value) => ({ language: value })}
          options={[
            { value: 'system', label: t('settings.languageSystem') },
            ...languages.map((value) => ({ value, label: languageNames[value] })),
          ]}
        />
        <ChoiceSetting
          label={t('settings.theme')}
          value={theme}
          patchOf={(value) => ({ theme: value })}
          options={themes.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
        />
      </div>
    </Card>
  )
}
