import type { FhirIssue } from './fhir.issue.ts'
import { formDepthLimit } from './form.ts'

/** An object as JSON holds it, of which nothing is believed yet. */
export type Json = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Items under items are two levels of JSON each (a list and an object), answers under answers four. */
const levelsAtMost = formDepthLimit * 4 + 40

/** JSON text, with or without the byte order mark with which some programs begin it. */
export function parseFhir(text: string): { value: unknown; issues: readonly FhirIssue[] } {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')), issues: [] }
  } catch {
    return { value: undefined, issues: [{ kind: 'not-json', at: '' }] }
  }
}

/**
 * What makes a resource impossible to keep, whatever it is: nested deeper than anything of ours is, or with characters
 * that the database cannot store. Looks at everything without calling itself, so that no nesting ends the program.
 */
export function unkeepable(resource: unknown): FhirIssue | null {
  const open: { value: unknown; level: number }[] = [{ value: resource, level: 0 }]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { value, level } = at
    if (level > levelsAtMost) return { kind: 'too-deep', args: [String(levelsAtMost)], at: '' }
    // A number such as 1e999 is not what it was any more once it is read.
    if (typeof value === 'number' && !Number.isFinite(value)) return { kind: 'unstorable-text', at: '' }
    if (typeof value === 'string' && !isStorable(value)) return { kind: 'unstorable-text', at: '' }
    if (typeof value !== 'object' || value === null) continue
    for (const [key, part] of Object.entries(value)) {
      if (!Array.isArray(value) && !isStorable(key)) return { kind: 'unstorable-text', at: '' }
      open.push({ value: part, level: level + 1 })
    }
  }
  return null
}

function isStorable(text: string): boolean {
  return !text.includes('\u0000') && !/\p{Surrogate}/u.test(text)
}
