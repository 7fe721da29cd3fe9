import type { Alarm, AlarmSeverity } from '#shared/model/alarm.ts'

/** What a box told of one trouble. */
export interface AlarmReport
  extends Pick<
    Alarm,
    'key' | 'type' | 'probableCause' | 'specificProblem' | 'parameter' | 'source' | 'text' | 'boxTime'
  > {
  /** `note`: it happened, and there is nothing to clear. */
  kind: 'raise' | 'clear' | 'note'
  severity: AlarmSeverity
}

const severities: readonly AlarmSeverity[] = ['critical', 'major', 'minor', 'warning', 'indeterminate']

/** A report with empty words where none were told. */
export function reportOf(told: Pick<AlarmReport, 'key' | 'source'> & Partial<AlarmReport>): AlarmReport {
  return {
    kind: 'raise',
    severity: 'indeterminate',
    type: '',
    probableCause: '',
    specificProblem: '',
    parameter: '',
    text: '',
    boxTime: '',
    ...told,
  }
}

/** A severity as boxes write it: a word (X.733) or a number 1..6, the last of which means cleared (spec 05 section 6). */
export function readSeverity(text: string): AlarmSeverity | 'cleared' {
  const word = text.trim().toLowerCase()
  if (word === '6' || word === 'cleared') return 'cleared'
  return severities[Number(word) - 1] ?? severities.find((one) => one === word) ?? 'indeterminate'
}
