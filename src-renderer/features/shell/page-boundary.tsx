import { Button } from '@mantine/core'
import { Component } from 'react'
import { Translation } from 'react-i18next'
import { toShownError } from '../../api.ts'
import { EmptyState } from '../../ui/empty-state.tsx'

interface State {
  thrown: unknown
}

/** A mistake in one page takes that page down and nothing else; the page can be opened again. */
export class PageBoundary extends Component<{ children: React.ReactNode }, State> {
  override state: State = { thrown: null }

  static getDerivedStateFromError(thrown: unknown): State {
    return { thrown: thrown ?? new Error('unknown') }
  }

  override render() {
    const { thrown } = this.state
    if (thrown === null) return this.props.children
    const detail = String(toShownError(thrown).params.detail ?? '')
    return (
      <Translation>
        {(t) => (
          <div role="alert">
            <EmptyState
              title={t('shell.pageError.title')}
              text={`${t('shell.pageError.cause')} ${detail}`}
              action={<Button onClick={() => this.setState({ thrown: null })}>{t('shell.pageError.again')}</Button>}
            />
          </div>
        )}
      </Translation>
    )
  }
}
