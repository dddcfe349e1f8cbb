/** How many tests really ran, as the runners themselves wrote it down. */
import { existsSync, readFileSync } from 'node:fs'

export type Counts = {
  passed: number
  failed: number
  skipped: number
  /** Of those that passed, how many did so only when they were tried again. */
  secondTime?: number
}
/** `notRun` is the sentence of a runner that had nothing to run on. */
export type TestReport = Counts | { notRun: string }

/** Undefined when the runner wrote no report: then nobody knows what ran. */
export function readReport(path: string): TestReport | undefined {
  if (!existsSync(path)) return undefined
  const report: Record<string, unknown> = JSON.parse(readFileSync(path, 'utf8'))
  if (typeof report.notRun === 'string') return { notRun: report.notRun }
  return countsOf(report)
}

/** Reads the JSON reporters of Vitest and Playwright; throws on anything else. */
export function countsOf(report: Record<string, unknown>): Counts {
  if ('numPassedTests' in report) {
    const skipped = number(report, 'numPendingTests') + number(report, 'numTodoTests')
    return { passed: number(report, 'numPassedTests'), failed: number(report, 'numFailedTests'), skipped }
  }
  const stats = report.stats
  if (typeof stats !== 'object' || stats === null)
    throw new Error('this is no report of Vitest or Playwright')
  const of = { ...stats }
  const failed = number(of, 'unexpected')
  const secondTime = number(of, 'flaky')
  const passed = number(of, 'expected') + secondTime
  return { passed, failed, skipped: number(of, 'skipped'), ...(secondTime > 0 && { secondTime }) }
}

function number(of: Record<string, unknown>, key: string): number {
  const value = of[key]
  if (typeof value !== 'number') throw new Error(`the test report does not say ${key}`)
  return value
}
