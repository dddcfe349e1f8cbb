import type { Language } from '../shared/language.ts'
import type { Day } from '../shared/time.ts'
import { dayMonth } from '../shared/time.ts'
import type { MonitorSource } from './monitor.shape.ts'
import type { ReportBlock } from './report.shape.ts'

/** A sentence that holds no number. */
export const said = (text: string, look: 'plain' | 'small' | 'box' = 'plain'): ReportBlock => ({
  kind: 'text',
  text,
  look,
})

/** A sentence with numbers, and where they come from. */
export const counted = (text: string, source: MonitorSource, n: number | null): ReportBlock => ({
  kind: 'number',
  ...{ text, source, n },
})

export const table = (
  of: Omit<Extract<ReportBlock, { kind: 'table' }>, 'kind' | 'note'> & { note?: string },
) => ({
  kind: 'table' as const,
  ...{ note: null, ...of },
})

/** A day with its year: `3 september 2022`. */
export function dayWords(day: Day, language: Language): string {
  // At noon in UTC it is that day wherever reports are written.
  return `${dayMonth(`${day}T12:00:00.000Z`, language, 'UTC')} ${day.slice(0, 4)}`
}
