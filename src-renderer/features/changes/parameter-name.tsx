import { useTranslation } from 'react-i18next'
import { friendlyName } from '#shared/dictionary/index.ts'
import { resolveLanguage } from '#shared/i18n/index.ts'
import classes from './changes.module.css'

/** A parameter by its name, with its path below. */
export function ParameterName({ path }: { path: string }) {
  const { i18n } = useTranslation()
  const name = friendlyName(path, resolveLanguage(i18n.language))
  return (
    <>
      {name !== null && <div>{name}</div>}
      <code className={classes.path}>{path}</code>
    </>
  )
}
