import type { FhirIssue } from './fhir.issue.ts'
import { doubleKeys, exactly, Unkeepable } from './fhir.text.ts'
import { formDepthLimit } from './form.ts'

/** An object as JSON holds it, of which nothing is believed yet. */
export type Json = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Items under items are two levels of JSON each (a list and an object), answers under answers four. */
const levelsAtMost = formDepthLimit * 4 + 40

/** What JSON text holds. */
export type Parsed = {
  value: unknown
  /** The same, with its numbers as they were written (fhir.text.ts), for who keeps it. */
  exact: unknown
  issues: readonly FhirIssue[]
}

/**
 * JSON text, with or without the byte order mark with which some programs begin it. A name that stands twice in one object is
 * told: of the first, nothing is left. What is no text is taken as read already.
 */
export function parseFhir(input: unknown): Parsed {
  if (typeof input !== 'string') return { value: input, exact: input, issues: [] }
  const text = input.replace(/^\uFEFF/, '')
  try {
    const value: unknown = JSON.parse(text)
    const issues = doubleKeys(text).map((key): FhirIssue => ({ kind: 'key-twice', args: [key], at: '' }))
    return { value, exact: exactly(text) ?? value, issues }
  } catch (error) {
    return { value: undefined, exact: undefined, issues: [{ ...whyUnread(error, text), at: '' }] }
  }
}

function whyUnread(error: unknown, text: string): Pick<FhirIssue, 'kind' | 'args'> {
  if (error instanceof Unkeepable) return { kind: 'unstorable-number' }
  if (/^\s*</.test(text)) return { kind: 'is-xml' }
  // Reading it went deeper than the program can.
  return error instanceof RangeError
    ? { kind: 'too-deep', args: [String(levelsAtMost)] }
    : { kind: 'not-json' }
}

/**
 * What makes a resource impossible to keep, whatever it is: nested deeper than anything of ours is, or with characters
 * that the database cannot store. Looks at everything without calling itself, so that no nesting ends the program.
 */
export function unkeepable(resource: unknown): FhirIssue | null {
  const open: Step[] = [{ value: resource, level: 0, key: '', above: null }]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { value, level } = at
    if (level > levelsAtMost) return { kind: 'too-deep', args: [String(levelsAtMost)], at: '' }
    // A number such as 1e999 is not what it was any more once it is read.
    if (typeof value === 'number' && !Number.isFinite(value))
      return { kind: 'unstorable-number', at: placeOf(at) }
    if (typeof value === 'string' && !isStorable(value)) return { kind: 'unstorable-text', at: placeOf(at) }
    if (typeof value !== 'object' || value === null) continue
    const isList = Array.isArray(value)
    for (const [key, part] of Object.entries(value)) {
      if (!isList && !isStorable(key)) return { kind: 'unstorable-text', at: placeOf(at) }
      open.push({ value: part, level: level + 1, key: isList ? Number(key) : key, above: at })
    }
  }
  return null
}

type Step = { value: unknown; level: number; key: string | number; above: Step | null }

/** Where something stands, e.g. `Questionnaire.item[2].text`. */
function placeOf(step: Step): string {
  const parts: string[] = []
  for (let at: Step | null = step; at !== null; at = at.above) {
    if (typeof at.key === 'number') parts.unshift(`[${at.key}]`)
    else if (at.above !== null) parts.unshift(`.${at.key}`)
    else if (isObject(at.value) && typeof at.value.resourceType === 'string')
      parts.unshift(at.value.resourceType)
  }
  return parts.join('').replace(/^\./, '')
}

function isStorable(text: string): boolean {
  return !text.includes('\u0000') && !/\p{Surrogate}/u.test(text)
}
