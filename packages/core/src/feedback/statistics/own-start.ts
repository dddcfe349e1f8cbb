/** A person's own start: the mean of her first scores. */
export type OwnStart = { level: number; of: number }

export type OwnChange = {
  start: OwnStart
  /** The last score. */
  now: number
  /** now − start, on the scale of the score. */
  change: number
  /** For every score after the start its difference from it, oldest first. */
  since: { index: number; change: number }[]
}

/**
 * Change against someone's own start (peers.md A21): compared with nobody else. The start is the first score, or the mean of
 * the first `of` scores. Null entries (no score) are passed over; null when no score follows the start.
 */
export function changeFromOwnStart(scores: readonly (number | null)[], of = 1): OwnChange | null {
  if (!Number.isInteger(of) || of < 1) throw new Error('A start is made of at least one score')
  const given = scores.flatMap((score, index) => (score === null ? [] : [{ index, score }]))
  const last = given.at(-1)
  if (last === undefined || given.length <= of) return null
  const level = given.slice(0, of).reduce((sum, { score }) => sum + score, 0) / of
  const since = given.slice(of).map(({ index, score }) => ({ index, change: score - level }))
  return { start: { level, of }, now: last.score, change: last.score - level, since }
}
