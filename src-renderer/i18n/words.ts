import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { faultOf } from '#shared/cwmp/faults.ts'
import type { ErrorData } from '#shared/errors.ts'
import type { Warning } from '#shared/model/session.ts'
import type { ValidationCode } from '#shared/parameters/validate.ts'

type Params = Record<string, string | number | boolean>

/** A text whose key holds a code from outside; the last key that exists wins over none. */
export function dynamic(t: TFunction, keys: string[], params: Params = {}): string {
  const lookUp = t as unknown as (keys: string[], params: Params) => string
  return lookUp(keys, params)
}

/** What is said about a CWMP fault. */
export interface FaultWords {
  name: string
  meaning: string
  cause: string
  remedy: string
}

/** What is said about an error: headline, likely cause, what to do, and the label of the button that does it. */
export interface ErrorWords {
  title: string
  cause: string
  remedy: string
  action: string
}

/** Words for codes that come from outside the dictionaries' types: errors, faults, warnings, steps. */
export function useWords() {
  const { t } = useTranslation()

  function fault(code: number): FaultWords {
    const { key } = faultOf(code)
    const part = (name: keyof FaultWords) => dynamic(t, [`faults.${key}.${name}`], { code })
    return { name: part('name'), meaning: part('meaning'), cause: part('cause'), remedy: part('remedy') }
  }

  function error({ code, params, remedy }: ErrorData): ErrorWords {
    const cwmpCode = /^CWMP_(\d+)$/.exec(code)?.[1]
    if (cwmpCode !== undefined) {
      const words = fault(Number(cwmpCode))
      return {
        title: `${words.name} (${cwmpCode})`,
        cause: words.cause,
        remedy: words.remedy,
        action: t('remedies.explainFault.action'),
      }
    }
    const values = { ...params, code }
    return {
      title: dynamic(t, [`errors.${code}.title`, 'errors.unknown.title'], values),
      cause: dynamic(t, [`errors.${code}.cause`, 'errors.unknown.cause'], values),
      remedy: dynamic(t, [`remedies.${remedy}.text`, 'remedies.reportBug.text'], values),
      action: dynamic(t, [`remedies.${remedy}.action`, 'remedies.checkInput.action'], values),
    }
  }

  return {
    fault,
    error,
    warning: ({ code, params }: Warning) => dynamic(t, [`warnings.${code}`, 'warnings.unknown'], { ...params, code }),
    step: (step: string) => dynamic(t, [`steps.${step}`, 'steps.inSession']),
    /** Why a value cannot be written. */
    validation: (code: ValidationCode, params: Params) => dynamic(t, [`validation.${code}`], params),
    sessionReason: (reason: string) =>
      reason === '' ? '' : dynamic(t, [`sessionReasons.${reason}`, 'sessionReasons.unknown']),
  }
}
