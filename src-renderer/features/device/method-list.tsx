import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './device.module.css'

interface MethodListProps {
  methods: readonly string[] | null
  onAsk: () => void
  isAsking: boolean
}

/** The methods that the box names, folded away; asked for by a button. */
export function MethodList({ methods, onAsk, isAsking }: MethodListProps) {
  const { t } = useTranslation()
  return (
    <div className={classes.methods}>
      {methods === null ? (
        <span className={classes.soft}>{t('actions.methodsUnknown')}</span>
      ) : (
        <details>
          <summary>{t('actions.methods', { count: methods.length })}</summary>
          <ul className={classes.methodList}>
            {methods.map((method) => (
              <li key={method}>
                <code>{method}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Button variant="subtle" size="compact-xs" loading={isAsking} onClick={onAsk}>
        {methods === null ? t('actions.askMethods') : t('actions.askMethodsAgain')}
      </Button>
    </div>
  )
}
