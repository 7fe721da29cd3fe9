import { Tooltip } from '@mantine/core'
import { IconStar, IconStarFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { friendlyName } from '#shared/dictionary/index.ts'
import { resolveLanguage } from '#shared/i18n/index.ts'
import type { Device } from '#shared/model/device.ts'
import type { TreeNode } from '#shared/parameters/tree.ts'
import { CopyIcon } from '../../ui/copy-button.tsx'
import classes from './explorer.module.css'
import { isFavourite, toggleFavourite } from './favourites.ts'
import { ObjectDetail } from './object-detail.tsx'
import { ParameterDetail } from './parameter-detail.tsx'
import type { ExplorerState } from './use-explorer.ts'

interface DetailProps {
  device: Device
  state: ExplorerState
  node: TreeNode | undefined
  onGo: (path: string) => void
}

/** All about the chosen row. */
export function Detail({ device, state, node, onGo }: DetailProps) {
  const { t, i18n } = useTranslation()
  const language = resolveLanguage(i18n.language)
  if (!node) {
    return (
      <aside className={classes.detail} aria-label={t('explorer.detail.label')}>
        <p className={classes.detailNone}>{t('explorer.detail.none')}</p>
      </aside>
    )
  }
  const title = friendlyName(node.path, language) ?? node.name
  const isStarred = isFavourite(state.favourites, node.path)
  const Star = isStarred ? IconStarFilled : IconStar
  return (
    <aside className={classes.detail} aria-label={t('explorer.detail.label')}>
      <div className={classes.detailHead}>
        <h2 className={classes.detailTitle}>{title}</h2>
        {node.kind === 'parameter' && (
          <Tooltip label={t('explorer.row.favourite', { what: title })}>
            <button
              type="button"
              className={classes.rowButton}
              data-on={isStarred}
              aria-pressed={isStarred}
              aria-label={t('explorer.row.favourite', { what: title })}
              onClick={() => toggleFavourite(node.path)}
            >
              <Star size={16} />
            </button>
          </Tooltip>
        )}
      </div>
      <div className={classes.detailPath}>
        <code>{node.path}</code>
        <CopyIcon value={node.path} what={node.path} />
      </div>
      {node.kind === 'parameter' ? (
        <ParameterDetail device={device} state={state} node={node} />
      ) : (
        <ObjectDetail device={device} node={node} title={title} onGo={onGo} />
      )}
    </aside>
  )
}
