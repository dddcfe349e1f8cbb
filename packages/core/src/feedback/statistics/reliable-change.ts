/** What is known about the measuring: how far scores of the reference group lie apart, and how well they repeat. */
export type Precision = {
  /** Standard deviation of the reference group at the first moment; above 0. */
  sd: number
  /** Reliability, 0 to 1. Which one it is (test–retest or α) has to be kept beside it. */
  reliability: number
  /** The two-sided limit in standard errors; 1.96 (5 %) when not told. */
  z?: number
}

export type ReliableChange = {
  /** Standard error of one measurement: SD·√(1 − r). */
  sem: number
  /** Standard error of a difference: SD·√2·√(1 − r), or the variant with both variances. */
  seDiff: number
  /** (after − before) / seDiff. */
  index: number
  /** The difference that must be exceeded: z · seDiff. */
  threshold: number
  /** Whether |after − before| exceeds the threshold; on it is not enough. */
  reliable: boolean
  variant: 'jacobson-truax' | 'maassen'
}

/**
 * Reliable change of one person. Jacobson & Truax (1991), J Consult Clin Psychol 59:12–19, with the standard error of a
 * difference as corrected by Christensen & Mendoza (1986), Behav Ther 17:305–308. Throws when SD ≤ 0 or r outside 0–1.
 */
export function reliableChange(before: number, after: number, precision: Precision): ReliableChange {
  const sem = standardError(precision)
  return judge(after - before, { sem, seDiff: Math.SQRT2 * sem, z: precision.z, variant: 'jacobson-truax' })
}

/**
 * The variant that uses the spread of both moments: √((SD₁² + SD₂²)(1 − r)), after Maassen (2004), J Clin Exp
 * Neuropsychol 26:888–893. Optional, and always to be named as a variant: it gives other limits than `reliableChange`.
 */
export function reliableChangeMaassen(
  before: number,
  after: number,
  precision: Precision & { sdAfter: number },
): ReliableChange {
  const { sd, sdAfter, reliability, z } = precision
  standardError({ sd: sdAfter, reliability })
  const seDiff = Math.sqrt((sd ** 2 + sdAfter ** 2) * (1 - reliability))
  return judge(after - before, { sem: standardError(precision), seDiff, z, variant: 'maassen' })
}

function standardError({ sd, reliability }: Precision): number {
  if (!(sd > 0) || !Number.isFinite(sd)) throw new Error('A standard deviation must be above 0')
  if (!(reliability >= 0 && reliability <= 1)) throw new Error('A reliability lies between 0 and 1')
  return sd * Math.sqrt(1 - reliability)
}

type Errors = { sem: number; seDiff: number; z: number | undefined; variant: ReliableChange['variant'] }

function judge(difference: number, { sem, seDiff, z = 1.96, variant }: Errors): ReliableChange {
  const threshold = z * seDiff
  // A perfect measure makes every difference real, and no difference none.
  const index = difference === 0 ? 0 : difference / seDiff
  return { sem, seDiff, index, threshold, reliable: exceeds(difference, threshold), variant }
}

// On the threshold is not beyond it, whatever binary numbers leave behind.
function exceeds(difference: number, threshold: number): boolean {
  return Math.abs(difference) > threshold + 1e-9
}

/** Mean and standard deviation of a group. */
export type Group = { mean: number; sd: number }

/**
 * Cut-off c between two groups, weighted by their spread: (SD₀·M₁ + SD₁·M₀) / (SD₀ + SD₁), with 0 the group without and 1
 * the group with complaints (Jacobson & Truax 1991). Throws when both spreads are 0.
 */
export function cutoffC(functional: Group, clinical: Group): number {
  const spread = functional.sd + clinical.sd
  if (!(functional.sd >= 0 && clinical.sd >= 0 && spread > 0)) throw new Error('Both groups need a spread')
  return (functional.sd * clinical.mean + clinical.sd * functional.mean) / spread
}

/** Which way a score goes when things go better. */
export type Better = 'higher' | 'lower'

/** The four classes of Jacobson & Truax (1991). Names of the literature: people read `changeWords`. */
export type ChangeClass = 'recovered' | 'improved' | 'unchanged' | 'deteriorated'

/**
 * The class of a change. `recovered` is a reliable change for the better that also crosses c (from its worse side to c or
 * beyond); without a known c nobody is `recovered`. `unchanged` says only that the difference is within measuring error.
 */
export function changeClass(
  scores: { before: number; after: number },
  { threshold }: Pick<ReliableChange, 'threshold'>,
  { better, cutoff }: { better: Better; cutoff: number | null },
): ChangeClass {
  const sign = better === 'higher' ? 1 : -1
  const gain = sign * (scores.after - scores.before)
  if (!exceeds(gain, threshold)) return 'unchanged'
  if (gain < 0) return 'deteriorated'
  const crossed =
    cutoff !== null && sign * (scores.before - cutoff) < 0 && sign * (scores.after - cutoff) >= 0
  return crossed ? 'recovered' : 'improved'
}
