import { IconRefresh, IconStar, IconStarFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TreeNode } from '#shared/parameters/tree.ts'
import classes from './explorer.module.css'
import { toggleFavourite } from './favourites.ts'
import { refreshBranch } from './refresh-branch.ts'

interface RowActionsProps {
  deviceId: string
  node: TreeNode
  isFavourite: boolean
}

/** What the pointer finds in a row; the keys find it in the details. */
export function RowActions({ deviceId, node: { path, name, kind }, isFavourite }: RowActionsProps) {
  const { t } = useTranslation()
  const Star = isFavourite ? IconStarFilled : IconStar
  const refreshLabel = t('explorer.row.refresh', { what: name })
  const favouriteLabel = t('explorer.row.favourite', { what: name })
  return (
    <>
      {kind === 'parameter' && (
        <button
          type="button"
          tabIndex={-1}
          className={classes.rowButton}
          data-on={isFavourite}
          aria-pressed={isFavourite}
          aria-label={favouriteLabel}
          title={favouriteLabel}
          onClick={(event) => {
            event.stopPropagation()
            toggleFavourite(path)
          }}
        >
          <Star size={14} />
        </button>
      )}
      <button
        type="button"
        tabIndex={-1}
        className={classes.rowButton}
        aria-label={refreshLabel}
        title={refreshLabel}
        onClick={(event) => {
          event.stopPropagation()
          refreshBranch(deviceId, path)
        }}
      >
        <IconRefresh size={14} />
      </button>
    </>
  )
}
