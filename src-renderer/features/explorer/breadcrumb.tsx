import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lastNameOf } from '#shared/cwmp/paths.ts'
import { CopyIcon } from '../../ui/copy-button.tsx'
import classes from './explorer.module.css'
import { findPasted, objectsAbove } from './explorer-view.ts'

interface BreadcrumbProps {
  path: string
  has: (path: string) => boolean
  onGo: (path: string) => void
}

/** Where the chosen row stands, each part a way up; and a field that takes a pasted path. */
export function Breadcrumb({ path, has, onGo }: BreadcrumbProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const parts = [...objectsAbove(path), path]

  function handleSubmit(event: React.FormEvent): void {
    event.preventDefault()
    const found = findPasted(text, has)
    setProblem(
      found === null
        ? text.trim() === ''
          ? null
          : t('explorer.path.notFound', { path: text.trim() })
        : found.isExact
          ? null
          : t('explorer.path.nearest'),
    )
    if (found === null) return
    onGo(found.path)
    if (found.isExact) setText('')
  }

  return (
    <div className={classes.crumbs}>
      <nav aria-label={t('explorer.path.label')} className={classes.crumbList}>
        {parts.map((part) => (
          <button
            key={part}
            type="button"
            className={classes.crumb}
            aria-current={part === path ? 'location' : undefined}
            onClick={() => onGo(part)}
          >
            {lastNameOf(part)}
          </button>
        ))}
        <CopyIcon value={path} what={path} />
      </nav>
      <form onSubmit={handleSubmit} className={classes.goTo}>
        <TextInput
          aria-label={t('explorer.path.go')}
          placeholder={t('explorer.path.go')}
          title={t('explorer.path.goHint')}
          classNames={{ input: 'mono' }}
          value={text}
          spellCheck={false}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setProblem(null)
          }}
          error={problem}
        />
      </form>
    </div>
  )
}
