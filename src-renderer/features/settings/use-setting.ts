import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ErrorData } from '#shared/errors.ts'
import { SettingsPatch } from '#shared/model/settings.ts'
import { toShownError } from '../../api.ts'
import { changeSettings } from '../../stores/settings-actions.ts'

interface Draft<T> {
  value: T
  /** What is wrong with the value, in words; null while it is being typed or when it was kept. */
  problem: string | null
}

/**
 * One value of the settings as a field edits it: typed freely, checked by the contract's own schema when the field is left,
 * kept when it is right. What is wrong is said beside the field and nothing is kept.
 */
export function useSetting<T>(saved: T, patchOf: (value: T) => SettingsPatch) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<Draft<T> | null>(null)
  const [error, setError] = useState<ErrorData | null>(null)

  function commit(value: T): void {
    const checked = SettingsPatch.safeParse(patchOf(value))
    if (!checked.success) {
      setDraft({ value, problem: problemText(checked.error.issues[0]) })
      return
    }
    setError(null)
    setDraft({ value, problem: null })
    changeSettings(checked.data).then(
      () => setDraft(null),
      (thrown: unknown) => setError(toShownError(thrown)),
    )
  }

  function problemText(issue: { code?: string; minimum?: unknown; maximum?: unknown } | undefined): string {
    switch (issue?.code) {
      case 'invalid_type':
        return t('settings.wholeNumber')
      default:
        return t('settings.invalid')
    }
  }

  return {
    value: draft ? draft.value : saved,
    problem: draft?.problem ?? null,
    error,
    type: (value: T) => setDraft({ value, problem: null }),
    commit,
    /** For when the field is left: keeps what was typed, if anything was. */
    commitDraft: () => {
      if (draft) commit(draft.value)
    },
  }
}
