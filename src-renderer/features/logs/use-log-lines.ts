import { useEffect, useRef, useState } from 'react'
import type { LogLine } from '#shared/model/log-view.ts'
import { call } from '../../api.ts'

const chunkLines = 200
const keptChunks = 60

/** The lines of a log around those in view, fetched in pieces as they are needed; a line that is still to come is missing. */
export function useLogLines(
  id: string,
  first: number,
  count: number,
  lineCount: number,
): (number: number) => LogLine | undefined {
  const chunks = useRef(new Map<number, LogLine[]>())
  const asked = useRef(new Set<string>())
  const [, redraw] = useState(0)
  const from = Math.floor(first / chunkLines)
  const to = Math.floor((first + count) / chunkLines)

  useEffect(() => {
    for (let chunk = from; chunk <= to; chunk += 1) {
      const wanted = Math.min(chunkLines, lineCount - chunk * chunkLines)
      const known = chunks.current.get(chunk)?.length ?? 0
      const key = `${chunk} ${wanted}`
      if (wanted <= 0 || known >= wanted || asked.current.has(key)) continue
      asked.current.add(key)
      call('logs.lines', { id, from: chunk * chunkLines, count: chunkLines }).then(
        (lines) => {
          chunks.current.delete(chunk)
          chunks.current.set(chunk, lines)
          const oldest = chunks.current.keys().next().value
          if (chunks.current.size > keptChunks && oldest !== undefined) chunks.current.delete(oldest)
          asked.current.delete(key)
          redraw((drawn) => drawn + 1)
        },
        () => asked.current.delete(key),
      )
    }
  }, [id, from, to, lineCount])

  return (number) => chunks.current.get(Math.floor(number / chunkLines))?.[number % chunkLines]
}
