import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { call } from '../../api.ts'
import { useFormat } from '../../i18n/format.ts'
import { useDataModelStore } from '../../stores/data-model-store.ts'
import { Card } from '../../ui/card.tsx'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useCall } from '../../ui/use-call.ts'
import classes from './data-models.module.css'

/** The models that are loaded, the one that counts first. */
export function ModelList() {
  const { t } = useTranslation()
  const format = useFormat()
  const revision = useDataModelStore((store) => store.revision)
  const models = useCall('dataModels.list', {}, revision)
  if (models.status === 'loading') return null
  if (models.status === 'failed') return <ErrorPanel error={models.error} retry={models.refetch} />
  return (
    <Card title={t('dataModels.list')} {...(models.value.length > 1 && { hint: t('dataModels.order') })}>
      {models.value.length === 0 ? (
        <p className={classes.soft}>{t('dataModels.none')}</p>
      ) : (
        <ul className={classes.models} aria-label={t('dataModels.list')}>
          {models.value.toReversed().map(({ id, name, fileName, addedAt, objectCount, parameterCount }) => (
            <li key={id} className={classes.model}>
              <div className={classes.text}>
                <strong>{name}</strong>
                <span className={classes.facts}>
                  <code>{fileName}</code>
                  <span>
                    {t('dataModels.counts', {
                      parameters: format.number(parameterCount),
                      objects: format.number(objectCount),
                    })}
                  </span>
                  <span>{t('dataModels.added', { time: format.dateTime(addedAt) })}</span>
                </span>
              </div>
              <ConfirmButton
                title={t('dataModels.removeTitle', { name })}
                text={t('dataModels.removeText')}
                confirmLabel={t('common.delete')}
                onConfirm={async () => void (await call('dataModels.remove', { id }))}
                renderButton={(open) => (
                  <Button variant="default" aria-label={t('dataModels.remove', { name })} onClick={open}>
                    {t('common.delete')}
                  </Button>
                )}
              />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
