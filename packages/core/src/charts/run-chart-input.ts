import type { Language } from '../shared/language.ts'

/** One check after a contact. The picture keeps the order in which points are given: oldest first. */
export type RunChartPoint = {
  /** Day or moment in ISO 8601; without a zone it counts as UTC. Only decides between which points a note stands. */
  readonly at: string
  /** Short date as people read it, e.g. `17 nov`. */
  readonly label: string
  /** The score, or null for a check that was not filled in. */
  readonly value: number | null
  /** The score as people read it, e.g. `6,1`; '' for a missed check. */
  readonly valueLabel: string
  /** One line for hover and focus, e.g. `17 november: 6,1`; not drawn. */
  readonly description: string
  /** How a sentence names this day, e.g. `dinsdag` or `on Tuesday`; `op` or `on` + label when not given. */
  readonly when?: string
  /** It was answered on paper and typed over: a square instead of a dot. */
  readonly onPaper?: boolean
}

/** The line below which a talk is worth while. */
export type RunChartCutoff = {
  readonly value: number
  /** Drawn at the line, e.g. `Onder 6,5: een gesprek waard`. */
  readonly label: string
}

/** `changed`: an agreement of which was said that it changed something. Each kind has a shape of its own. */
export const runChartAnnotationKinds = ['meeting', 'rupture', 'repair', 'agreement', 'changed'] as const
export type RunChartAnnotationKind = (typeof runChartAnnotationKinds)[number]

/** A height in the picture with its words, e.g. `Begin: 6,2`. */
export type RunChartLevel = { readonly value: number; readonly label: string }

/** Something that happened between the checks. */
export type RunChartAnnotation = {
  /** As `RunChartPoint.at`. */
  readonly at: string
  /** What it was, e.g. `Herstelgesprek`. */
  readonly label: string
  /** Its date as people read it, e.g. `23 oktober`. */
  readonly dateLabel: string
  readonly kind: RunChartAnnotationKind
}

/** The range of the instrument and the distance between grid lines. */
export type ChartScale = { readonly min: number; readonly max: number; readonly step: number }

export const tenPointScale: ChartScale = { min: 0, max: 10, step: 2 }

/** What the picture, its sentence and its table have in common. */
export type RunChartSeries = {
  readonly lang: Language
  /** Oldest first. */
  readonly points: readonly RunChartPoint[]
  readonly cutoff: RunChartCutoff | null
  readonly annotations: readonly RunChartAnnotation[]
  /** The person's own start, drawn as a dotted line. */
  readonly start?: RunChartLevel
  /** Between these the scores usually lie; only where one asked for them, with what has to be said beside them. */
  readonly limits?: { readonly lower: RunChartLevel; readonly upper: RunChartLevel }
  /** 0–10 in steps of 2 when not given. */
  readonly scale?: ChartScale
}

export type RunChartInput = RunChartSeries & {
  /** Unique on the page; ids of title and description begin with it. */
  readonly idPrefix: string
  /** Name of the picture in plain words. */
  readonly title: string
  /** What the picture shows, in words: `runChartSentence` makes it. */
  readonly description: string
  /**
   * User units of the viewBox. Give the width in CSS px at which it will be shown, so that texts keep their size.
   * The width is kept between 200 and 4000, the height between 140 and 4000.
   */
  readonly width: number
  readonly height: number
}

/** The scale of a series; throws a RangeError when it has no length or no steps. */
export function scaleOf({ scale = tenPointScale }: Pick<RunChartSeries, 'scale'>): ChartScale {
  if (!(scale.max > scale.min && scale.step > 0)) {
    throw new RangeError(`A chart needs min < max and step > 0, not ${JSON.stringify(scale)}`)
  }
  return scale
}

// Tenths are not exact in binary: 6.5 computed as 6.499999 is not below 6.5.
const rounding = 1e-9

/** Whether a score lies below the line; a score on the line does not. */
export function isBelow(value: number, cutoff: RunChartCutoff | null): boolean {
  return cutoff !== null && value < cutoff.value - rounding
}

/** The score of a point, or null when it was not filled in (a number that is no number counts as such). */
export function scoreOfPoint(point: RunChartPoint): number | null {
  return point.value !== null && Number.isFinite(point.value) ? point.value : null
}

const momentWithoutZone = /T[\d:.,]+$/

/** Milliseconds since 1970, the same on every machine; Infinity for a text that is no date, so that it comes last. */
export function momentOf(at: string): number {
  const millis = Date.parse(momentWithoutZone.test(at) ? `${at}Z` : at)
  return Number.isNaN(millis) ? Number.POSITIVE_INFINITY : millis
}

/** An annotation and its place: after how many of the points it happened. */
export type DatedAnnotation = { readonly annotation: RunChartAnnotation; readonly pointsBefore: number }

/** The annotations, oldest first. On the moment of a check itself, the check comes first. */
export function annotationsInOrder(series: RunChartSeries): DatedAnnotation[] {
  const moments = series.points.map((point) => momentOf(point.at))
  return series.annotations
    .map((annotation) => ({ annotation, moment: momentOf(annotation.at) }))
    .sort((a, b) => (a.moment === b.moment ? 0 : a.moment - b.moment))
    .map(({ annotation, moment }) => ({
      annotation,
      pointsBefore: moments.filter((at) => at <= moment).length,
    }))
}
