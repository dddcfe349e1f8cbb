/** Whole numbers from `low` to `high`, both included; the same key gives the same row of numbers. */
export type Chance = (low: number, high: number) => number

/** Chance that is the same at each fill: mulberry32 (T. Ettinger, public domain), started from the letters of a key. */
export function chanceOf(key: string): Chance {
  let state = [...key].reduce((sum, letter) => Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 16_777_619), 7)
  return (low, high) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    const unit = ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
    return low + Math.floor(unit * (high - low + 1))
  }
}

/** Four answers round a mean, a little apart, as people give them; their mean is that mean. On the scale 0–10 in tenths. */
export function answersAround(mean: number, chance: Chance): number[] {
  const tenths = Math.round(mean * 10)
  const room = Math.min(5, tenths, 100 - tenths)
  for (;;) {
    const apart = [chance(-room, room), chance(-room, room), chance(-room, room)]
    const last = -apart.reduce((sum, one) => sum + one, 0)
    if (Math.abs(last) <= room) return [...apart, last].map((one) => (tenths + one) / 10)
  }
}
