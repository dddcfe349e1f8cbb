import type { RunChartSeries } from '@weerklank/core/charts/run-chart-input'
import type { ItemLines } from '@weerklank/core/feedback/check-items'
import type { Listener } from '@weerklank/core/shared/spoken'

/** One line over time: one person's answers to one set of questions. */
export type ReportLine = {
  /** Which questions, and whose answers where that must be said. */
  readonly name: string
  readonly series: RunChartSeries
  /** What the picture shows, and how it is beside the own start. */
  readonly sentence: string
  readonly start: string | null
  readonly items: Pick<ItemLines, 'lines' | 'dates' | 'days'> | null
  /** Below this an answer is worth a question; null where nobody weighs it. */
  readonly itemBelow: number | null
  /** What these questions are not. */
  readonly caution: string
}

export type ReportAgreement = { readonly text: string; readonly told: readonly string[] }

/** What somebody drew, whose and when in words. */
export type ReportDrawing = { readonly path: string; readonly told: string }

/** What happened in one collaboration. */
export type ReportPart = {
  readonly heading: string | null
  readonly lines: readonly ReportLine[]
  /** Oldest first. */
  readonly drawings: readonly ReportDrawing[]
  readonly agreements: readonly ReportAgreement[]
}

/** All that stands in a report, in words, before it is laid out. */
export type ReportParts = {
  readonly listener: Listener
  readonly timeZone: string
  readonly workspace: string
  readonly made: string
  readonly title: string
  /** Whom it is about, what time, and what it is not. */
  readonly about: readonly string[]
  readonly caution: readonly string[]
  readonly parts: readonly ReportPart[]
  readonly helps: readonly string[]
  readonly hinders: readonly string[]
  readonly talked: readonly string[]
  readonly repairs: readonly string[]
}
