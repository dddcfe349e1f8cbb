export type DayPart = 'night' | 'morning' | 'afternoon' | 'evening'

/** The part of the day at a local hour (0–23), as a greeting names it. */
export function dayPart(hour: number): DayPart {
  if (hour < 5) return 'night'
  if (hour < 12) return 'morning'
  return hour < 18 ? 'afternoon' : 'evening'
}

const titles = [
  'dhr',
  'dokter',
  'dr',
  'drs',
  'ir',
  'meneer',
  'mevr',
  'mevrouw',
  'mr',
  'mrs',
  'ms',
  'mw',
  'prof',
]

/** How one greets someone: by her first name; with the whole name where it begins with a title or an initial. */
export function firstName(name: string): string {
  const [first = ''] = name.trim().split(/\s+/)
  const isTitle = titles.includes(first.replace('.', '').toLowerCase())
  return isTitle || /^(\p{L}\.)+$/u.test(first) ? name.trim() : first
}
