/** How finely time is told: the finest that still keeps the moments few. */
export const momentGrains = ['day', 'month', 'year'] as const
export type MomentGrain = (typeof momentGrains)[number]

/** So many columns or stops are still looked over at once. */
const few = 12

/** The grain for some days (`YYYY-MM-DD`): days while they are few, else months, else years. */
export function momentGrain(days: readonly string[]): MomentGrain {
  const count = (grain: MomentGrain) => new Set(days.map((day) => momentOf(day, grain))).size
  if (count('day') <= few) return 'day'
  return count('month') <= few ? 'month' : 'year'
}

/** The key of a moment: the day itself, its month (`YYYY-MM`) or its year. Keys sort in order of time. */
export function momentOf(day: string, grain: MomentGrain): string {
  switch (grain) {
    case 'day':
      return day
    case 'month':
      return day.slice(0, 7)
    case 'year':
      return day.slice(0, 4)
  }
}

/** First and last day of a moment, for a list of quotes. */
export function momentDays(moment: string): { readonly from: string; readonly until: string } {
  const [year = '', month, day] = moment.split('-')
  if (month === undefined) return { from: `${year}-01-01`, until: `${year}-12-31` }
  if (day === undefined)
    return { from: `${year}-${month}-01`, until: `${year}-${month}-${lastDay(year, month)}` }
  return { from: moment, until: moment }
}

function lastDay(year: string, month: string): string {
  const long = ['01', '03', '05', '07', '08', '10', '12']
  if (long.includes(month)) return '31'
  if (month !== '02') return '30'
  const number = Number(year)
  const isLeap = number % 4 === 0 && (number % 100 !== 0 || number % 400 === 0)
  return isLeap ? '29' : '28'
}
