import { useTranslation } from 'react-i18next'
import type { Adapter } from '#shared/model/network.ts'
import { useApp } from '../../stores/app-store.ts'
import { chooseAdapter } from '../../stores/settings-actions.ts'
import { useAdapterChoice } from '../../stores/use-adapter.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useAction } from '../../ui/use-action.ts'
import classes from './home.module.css'
import { StepCard } from './step-card.tsx'

/** Step 1: where the box is plugged in. */
export function AdapterCard() {
  const { t } = useTranslation()
  const adapters = useApp((app) => app.adapters)
  const choice = useAdapterChoice()
  const choose = useAction(chooseAdapter)
  const chosen = choice.kind === 'there' || choice.kind === 'moved' ? choice.adapter : null
  const real = adapters.filter(({ internal }) => !internal)
  // Demo boxes speak IPv4 on loopback; a second address of it would only be one more thing to wonder about.
  const loopback = adapters.filter(({ internal, family }) => internal && family === 'IPv4')
  return (
    <StepCard step={1} title={t('home.adapter.title')} hint={t('home.adapter.hint')}>
      {real.length === 0 && <p className={classes.notice}>{t('home.adapter.empty')}</p>}
      <div className={classes.adapters} role="radiogroup" aria-label={t('shell.adapter.label')}>
        {/* Real adapters first: loopback is for demo boxes. */}
        {[...real, ...loopback].map((adapter) => (
          <AdapterOption
            key={`${adapter.name} ${adapter.address}`}
            adapter={adapter}
            isChosen={adapter.name === chosen?.name && adapter.address === chosen.address}
            onChoose={() => choose.run(adapter)}
          />
        ))}
      </div>
      {choose.error && <ErrorPanel error={choose.error} />}
    </StepCard>
  )
}

function AdapterOption({ adapter, isChosen, onChoose }: { adapter: Adapter; isChosen: boolean; onChoose: () => void }) {
  const { t } = useTranslation()
  return (
    <label className={classes.adapter} data-chosen={isChosen}>
      <input type="radio" name="adapter" checked={isChosen} onChange={onChoose} />
      <span className={classes.adapterName}>
        {adapter.name}
        {adapter.internal && <span className={classes.tag}>{t('shell.adapter.loopback')}</span>}
      </span>
      <code className={classes.adapterAddress}>
        {adapter.address}/{adapter.prefixLength}
      </code>
      <span className={classes.adapterDetail}>
        {adapter.internal ? t('home.adapter.loopbackHint') : t('home.adapter.mac', { mac: adapter.mac })}
      </span>
    </label>
  )
}
