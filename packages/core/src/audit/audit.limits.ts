/** As many lines as one export holds; for more one chooses a shorter period. */
export const exportAtMost = 20_000
