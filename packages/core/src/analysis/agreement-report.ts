import {
  cohenKappa,
  fleissKappa,
  percentAgreement,
  type Ratings,
  type RawAgreement,
  rawAgreement,
} from './agreement.ts'
import { krippendorffAlpha } from './agreement-alpha.ts'
import type { Segment } from './segments.ts'

/** What has to be read beside the numbers. */
export const agreementWarnings = ['nothing-coded', 'mostly-uncoded', 'few-segments', 'no-variation'] as const
export type AgreementWarning = (typeof agreementWarnings)[number]

/** One theme over all segments: who used it and who did not. */
export type CodeAgreement = {
  readonly code: string
  /** Segments in which all coders used it, and in which at least one did. */
  readonly together: number
  readonly someone: number
  /** Krippendorff's α of used or not used. */
  readonly alpha: number | null
  /** Only where it was weighed by at least two coders in one segment: α of the weights themselves. */
  readonly weights: { readonly ordinal: number | null; readonly interval: number | null } | null
}

export type AgreementReport = {
  /** Segments in which everyone has exactly the same themes, of all segments; nothing coded is also the same. */
  readonly raw: RawAgreement
  /** The same, of segments that at least one coder coded. */
  readonly rawCoded: RawAgreement
  readonly percent: number | null
  /** Code points of the segments, and how many of them nobody coded. */
  readonly length: { readonly all: number; readonly uncoded: number }
  /** Only for two coders. */
  readonly cohen: number | null
  readonly fleiss: number | null
  readonly alpha: number | null
  /** In the order of the codes asked for. */
  readonly codes: readonly CodeAgreement[]
  readonly warnings: readonly AgreementWarning[]
}

// With fewer, one segment more or less turns the number over; counts are printed instead (domain.md §7.4, tiny n).
const fewSegments = 30

/**
 * Compares coders segment by segment: raw agreement first, and what has to be said beside it. The value of a segment is the
 * whole set of themes that a coder gave it. The number of coders is that of the segments.
 */
export function agreementReport(
  segments: readonly Segment[],
  { coders, codes }: { readonly coders: number; readonly codes: readonly string[] },
): AgreementReport {
  const isCoded = (segment: Segment) => segment.codes.some((ones) => ones.length > 0)
  const coded = segments.filter(isCoded)
  const units = segments.map(({ codes }) => codes.map((ones) => ones.join(' ')))
  const length = {
    all: lengthOf(segments),
    uncoded: lengthOf(segments.filter((segment) => !isCoded(segment))),
  }
  return {
    raw: rawAgreement(units),
    rawCoded: rawAgreement(coded.map(({ codes }) => codes.map((ones) => ones.join(' ')))),
    percent: percentAgreement(units),
    length,
    cohen: coders === 2 ? cohenKappa(units) : null,
    fleiss: fleissKappa(units),
    alpha: krippendorffAlpha(units, 'nominal'),
    codes: codes.map((code) => codeAgreement(segments, code)),
    warnings: warningsOf({ units, coded: coded.length, length }),
  }
}

function codeAgreement(segments: readonly Segment[], code: string): CodeAgreement {
  const used = segments.map(({ codes }) => codes.map((ones) => Number(ones.includes(code))))
  const weighed = segments.map(({ weights }) => weights.map((ones) => ones[code] ?? null))
  const isCompared = weighed.some((values) => values.filter((value) => value !== null).length > 1)
  return {
    code,
    together: used.filter((values) => values.every((value) => value === 1)).length,
    someone: used.filter((values) => values.includes(1)).length,
    alpha: krippendorffAlpha(used, 'nominal'),
    weights: isCompared
      ? { ordinal: krippendorffAlpha(weighed, 'ordinal'), interval: krippendorffAlpha(weighed, 'interval') }
      : null,
  }
}

type Seen = { units: Ratings; coded: number; length: AgreementReport['length'] }

function warningsOf({ units, coded, length }: Seen): AgreementWarning[] {
  if (coded === 0) return ['nothing-coded']
  const found: AgreementWarning[] = []
  if (length.uncoded * 2 > length.all) found.push('mostly-uncoded')
  if (coded < fewSegments) found.push('few-segments')
  if (new Set(units.flat()).size < 2) found.push('no-variation')
  return found
}

function lengthOf(segments: readonly Segment[]): number {
  return segments.reduce((total, { start, end }) => total + end - start, 0)
}
