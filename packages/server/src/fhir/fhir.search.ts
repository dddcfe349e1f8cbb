import type { Context as HonoContext } from 'hono'
import type { Moment } from '../feedback/form.repository.ts'
import { readBody } from '../http/server.ts'
import { refusal } from './fhir.http.ts'

/** More than any search holds. */
const searchAtMost = 16 * 1024

/** The parameters of a search: behind the question mark and, with `POST …/_search`, as a form in the body. */
export async function paramsOf(c: HonoContext): Promise<URLSearchParams> {
  const params = new URLSearchParams(new URL(c.req.url).searchParams)
  if (c.req.method !== 'POST') return withoutNul(params)
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded' && type !== '')
    throw refusal(415, 'not-supported', 'A search is sent as application/x-www-form-urlencoded.')
  const body = new TextDecoder().decode(await readBody(c, searchAtMost))
  for (const [name, value] of new URLSearchParams(body)) params.append(name, value)
  return withoutNul(params)
}

/** The database knows no U+0000. */
export function withoutNul(params: URLSearchParams): URLSearchParams {
  if ([...params].some((part) => part.join().includes('\u0000')))
    throw refusal(400, 'value', 'A parameter holds the character U+0000.')
  return params
}

/** The values of a parameter, any of which will do; undefined when it is not there. */
export function valuesOf(query: URLSearchParams, name: string): string[] | undefined {
  const said = query.get(name)
  return said === null ? undefined : said.split(',')
}

const prefixes: Readonly<Record<string, readonly Moment['operator'][]>> = {
  eq: ['>=', '<'],
  gt: ['>'],
  sa: ['>'],
  ge: ['>='],
  lt: ['<'],
  eb: ['<'],
  le: ['<='],
}

/**
 * What a parameter for a date asks, e.g. `ge2026-01-01`: a day, month or year is all of it, so `le2026` is the end of that
 * year. Without a zone it is UTC. https://hl7.org/fhir/R4/search.html#date
 */
export function momentsOf(query: URLSearchParams, name: string): Moment[] {
  return query.getAll(name).flatMap((text) => {
    const [, prefix = 'eq', date = ''] = /^(eq|gt|ge|lt|le|sa|eb)?(\d{4}(?:-.*)?)$/.exec(text) ?? []
    const [from, to] = [startOf(date), endOf(date)]
    if (from === null || to === null)
      throw refusal(400, 'value', `${name} should be a date, with a prefix such as ge or without one.`)
    const operators = prefixes[prefix] ?? []
    return operators.map((operator, at): Moment => {
      const isEnd = prefix === 'eq' ? at === 1 : prefix === 'gt' || prefix === 'sa' || prefix === 'le'
      if (!isEnd) return { operator, at: from }
      // After all of it, or before its end.
      return { operator: prefix === 'eq' || prefix === 'le' ? '<' : '>=', at: to }
    })
  })
}

function startOf(date: string): string | null {
  const at = Date.parse(/T.*(?:Z|[+-]\d\d:\d\d)$/.test(date) || !date.includes('T') ? date : `${date}Z`)
  // The last year has no end that can be written, and the database knows no year 0.
  return Number.isNaN(at) || /^(9999|0000)/.test(date) ? null : new Date(at).toISOString()
}

/** Where the year, month, day, minute or second that it names ends. */
function endOf(date: string): string | null {
  const start = startOf(date)
  if (start === null) return null
  const end = new Date(start)
  if (date.length === 4) end.setUTCFullYear(end.getUTCFullYear() + 1)
  else if (date.length === 7) end.setUTCMonth(end.getUTCMonth() + 1)
  else if (date.length === 10) end.setUTCDate(end.getUTCDate() + 1)
  else
    end.setTime(end.getTime() + (/:\d\d\.\d/.test(date) ? 1 : /T\d\d:\d\d:\d\d/.test(date) ? 1_000 : 60_000))
  return end.toISOString()
}

/** Always understood, of any search. */
const general = ['_count', '_offset', '_format', '_summary', '_pretty']

/** Whoever asks to be strict hears of a parameter that is not looked at. */
export function refuseUnknown(c: HonoContext, query: URLSearchParams, known: readonly string[]): void {
  if (!/handling=strict/i.test(c.req.header('prefer') ?? '')) return
  const summary = query.get('_summary') ?? 'false'
  if (summary !== 'count' && summary !== 'false')
    throw refusal(400, 'not-supported', '_summary can be count or false here.')
  const unknown = [...query.keys()].find((name) => !known.includes(name) && !general.includes(name))
  if (unknown !== undefined) throw refusal(400, 'not-supported', `The parameter ${unknown} is not known.`)
}

/** Those that are looked at, for the link to this very search. */
export const onlyKnown = (query: URLSearchParams, known: readonly string[]) =>
  new URLSearchParams([...query].filter(([name]) => known.includes(name)))
