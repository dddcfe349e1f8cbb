import { type FhirIssue, isRefused } from './fhir.issue.ts'
import { isObject, type Json, parseFhir } from './fhir.json.ts'
import { own } from './fhir.read.ts'

/** What a Bundle asks: all or nothing, each for itself, or nothing at all (then each is brought in for itself). */
export const bundleTypes = ['transaction', 'batch', 'collection'] as const
export type BundleType = (typeof bundleTypes)[number]

/** One entry as it came, and what it asks; a collection asks nothing: taken as `POST` of what it holds. */
export type BundleEntry = {
  /** Null where there is none, or it is no object. */
  resource: Json | null
  /** The same with its numbers as they were written, for who keeps it. */
  exact: Json | null
  fullUrl: string | null
  /** Upper case; empty when an entry of a transaction or batch does not say what it asks. */
  method: string
  /** Without the question mark and what is behind it. */
  url: string
  ifNoneExist: string | null
  ifMatch: string | null
}

export type FhirBundle = { type: BundleType; entries: readonly BundleEntry[]; issues: readonly FhirIssue[] }

/** More than this many at once is refused: each may take seconds of computing. */
export const entriesAtMost = 500

/** Reads a Bundle as JSON text. Never throws; what its entries hold is not looked at yet. */
export function readBundle(input: unknown): { bundle: FhirBundle | null; report: readonly FhirIssue[] } {
  const { value, exact, issues } = parseFhir(input)
  const refused = (issue: FhirIssue) => ({ bundle: null, report: [issue] })
  if (isRefused(issues)) return { bundle: null, report: issues }
  if (!isObject(value)) return refused({ kind: 'not-an-object', at: '' })
  const named = own(value, 'resourceType')
  if (named !== 'Bundle') {
    const args = [typeof named === 'string' ? named : 'unknown', 'Bundle']
    return refused({ kind: 'wrong-resource', args, at: '' })
  }
  const type = bundleTypes.find((one) => one === own(value, 'type'))
  if (type === undefined)
    return refused({ kind: 'bundle-type', args: [bundleTypes.join(', ')], at: 'Bundle.type' })
  const list = own(value, 'entry') ?? []
  if (!Array.isArray(list))
    return refused({ kind: 'wrong-type', args: ['entry', 'a list'], at: 'Bundle.entry' })
  if (list.length > entriesAtMost)
    return refused({ kind: 'bundle-long', args: [String(entriesAtMost)], at: 'Bundle.entry' })
  const exactly = isObject(exact) && Array.isArray(exact.entry) ? exact.entry : []
  return {
    bundle: { type, issues, entries: list.map((one, at) => entryFrom(one, exactly[at], type)) },
    report: issues,
  }
}

function entryFrom(entry: unknown, exactly: unknown, type: BundleType): BundleEntry {
  const json = isObject(entry) ? entry : {}
  const resource = objectAt(json, 'resource')
  const request = objectAt(json, 'request') ?? {}
  const asked = { method: textIn(request, 'method') ?? '', url: textIn(request, 'url') ?? '' }
  const taken = { method: 'POST', url: textIn(resource ?? {}, 'resourceType') ?? '' }
  const { method, url } = type === 'collection' ? taken : asked
  return {
    resource,
    exact: (isObject(exactly) ? objectAt(exactly, 'resource') : null) ?? resource,
    fullUrl: textIn(json, 'fullUrl'),
    method: method.toUpperCase(),
    url: url.replace(/[?#].*$/, ''),
    ifNoneExist: textIn(request, 'ifNoneExist'),
    ifMatch: textIn(request, 'ifMatch'),
  }
}

function objectAt(json: Json, key: string): Json | null {
  const value = own(json, key)
  return isObject(value) ? value : null
}

function textIn(json: Json, key: string): string | null {
  const value = own(json, key)
  return typeof value === 'string' && value !== '' ? value : null
}
