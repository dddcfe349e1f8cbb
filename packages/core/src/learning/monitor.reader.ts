import type { Monitor } from './monitor.shape.ts'

/**
 * The monitor as somebody who leads the trajectory sees it: that there are goals and whether they changed, counts, and no words. She
 * knows the names beside the numbers, so nothing that somebody wrote may stand beside a number.
 */
export function withoutWords(monitor: Monitor): Monitor {
  const picked = (lines: Monitor['mentions']['three']) => lines.filter(({ code }) => code !== null)
  return {
    ...monitor,
    goalLines: monitor.goalLines.map((line) => ({ ...line, words: null })),
    mentions: { three: picked(monitor.mentions.three), two: picked(monitor.mentions.two) },
  }
}
