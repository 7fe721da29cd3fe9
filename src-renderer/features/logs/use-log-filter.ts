import { useEffect, useState } from 'react'
import type { ErrorData } from '#shared/errors.ts'
import type { LogLine } from '#shared/model/log-view.ts'
import type { Severity } from '#shared/model/syslog.ts'
import { call, toShownError } from '../../api.ts'

interface Found {
  lines: readonly LogLine[]
  isDone: boolean
  error: ErrorData | null
}

const nothing: Found = { lines: [], isDone: false, error: null }
/** More are looked for when that is asked for: nobody reads further. */
const pageLines = 2000

/** The lines of a log that fit, found piece by piece; null where nothing is looked for. */
export function useLogFilter(id: string, text: string, severity: Severity | null, lineCount: number) {
  const [found, setFound] = useState<Found>(nothing)
  const [limit, setLimit] = useState(pageLines)
  const isOn = text.trim() !== '' || severity !== null

  // biome-ignore lint/correctness/useExhaustiveDependencies: a log that has grown is looked through again
  useEffect(() => {
    if (!isOn) return
    let isLatest = true
    const search = async (): Promise<void> => {
      let lines: LogLine[] = []
      let from = 0
      for (;;) {
        const part = await call('logs.filter', { id, text, from, limit: 500, ...(severity !== null && { severity }) })
        if (!isLatest) return
        lines = [...lines, ...part.lines]
        from = part.nextLine
        setFound({ lines, isDone: part.isDone, error: null })
        if (part.isDone || lines.length >= limit) return
      }
    }
    search().catch((error: unknown) => isLatest && setFound({ ...nothing, isDone: true, error: toShownError(error) }))
    return () => {
      isLatest = false
    }
  }, [id, text, severity, isOn, limit, lineCount])

  return isOn
    ? { ...found, isFull: found.lines.length >= limit, more: () => setLimit((present) => present + pageLines) }
    : null
}
