/** The numbers of a report, kept when a file of it leaves: so that it can be told later which of them are others now. */
import { z } from 'zod'

/** `key` says which number it is, whatever the language of the label. Null: it may not be told. */
export const reportNumber = z.strictObject({ key: z.string(), label: z.string(), value: z.int().nullable() })
export type ReportNumber = z.infer<typeof reportNumber>

export type ChangedNumber = { key: string; label: string; was: number | null; is: number | null }

/**
 * What is different now from what left then, in the order of what left; numbers that are new come last. A number that was not
 * there at one of the two moments counts as null.
 */
export function changedNumbers(then: readonly ReportNumber[], now: readonly ReportNumber[]): ChangedNumber[] {
  const byKey = new Map(now.map((one) => [one.key, one]))
  const known = new Set(then.map(({ key }) => key))
  const changed = then.map(({ key, label, value }) => {
    const there = byKey.get(key)
    return { key, label: there?.label ?? label, was: value, is: there?.value ?? null }
  })
  const added = now.flatMap(({ key, label, value }) =>
    known.has(key) ? [] : [{ key, label, was: null, is: value }],
  )
  return [...changed, ...added].filter((one) => one.was !== one.is)
}

/** Below so many people a count is told as it is: a percentage would say more than there is. */
export const percentFrom = 10

/** A count of so many people: "3 van 5", from ten people on with the percentage, whole: "12 van 40 (30%)". */
export function countOf(count: number, n: number, language: 'nl' | 'en'): string {
  const said = `${count} ${language === 'nl' ? 'van' : 'of'} ${n}`
  return n < percentFrom ? said : `${said} (${Math.round((100 * count) / n)}%)`
}
