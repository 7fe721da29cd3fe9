import { describe, expect, it } from 'vitest'
import { countOfReport, countOfStep, sumCounts, toLine } from '../../count.mjs'

const report = (numbers: object, testResults: object[] = []) =>
  JSON.stringify({
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults,
    ...numbers,
  })

describe('count of a vitest run', () => {
  it('is taken from its report', () => {
    const text = report({ numPassedTests: 5, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 }, [
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
    ])
    expect(countOfReport(text, 1)).toEqual({ passed: 5, failed: 2, skipped: 2 })
  })

  it('has a failure for each file that could not be loaded', () => {
    const text = report({ numPassedTests: 1 }, [{ status: 'failed', assertionResults: [] }])
    expect(countOfReport(text, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 })
  })

  it('has a failure when the run failed but no test did', () => {
    expect(countOfReport(report({ numPassedTests: 3 }), 1)).toEqual({ passed: 3, failed: 1, skipped: 0 })
  })

  it('has a failure when there is no report', () => {
    expect(countOfReport(undefined, 139)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })
})

it('a sum is one plain line', () => {
  const sum = sumCounts([countOfStep(0), countOfStep(2), { passed: 7, failed: 0, skipped: 3 }])
  expect(toLine(sum)).toBe('8 passed, 1 failed, 3 skipped')
  expect(toLine(sumCounts([]))).toBe('0 passed, 0 failed, 0 skipped')
})
