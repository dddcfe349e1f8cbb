import type { FhirVersion } from '@weerklank/core/feedback/fhir.import'
import { type FhirIssue, type OperationOutcome, outcomeOf } from '@weerklank/core/feedback/fhir.issue'
import { AppError, type ErrorCode, errorText } from '@weerklank/core/shared/errors'
import type { Context as HonoContext } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { toAppError } from '../http/failure.ts'
import type { Log } from '../http/log.ts'
import { countRefusal } from '../http/metrics.ts'
import { sayWhenAgain } from '../http/refusal.ts'
import { logRefusal, readBody } from '../http/server.ts'
import { statusOf } from '../http/status.ts'

/** A request that FHIR refuses, told as an OperationOutcome. */
export class FhirRefusal extends Error {
  readonly status: ContentfulStatusCode
  readonly outcome: OperationOutcome

  constructor(status: ContentfulStatusCode, outcome: OperationOutcome) {
    super('A request was refused')
    this.status = status
    this.outcome = outcome
  }
}

/** A refusal with one sentence of our own. */
export function refusal(status: ContentfulStatusCode, code: string, text: string): FhirRefusal {
  return new FhirRefusal(status, {
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', code, details: { text } }],
  })
}

/** What could not be read at all is a bad request; what was read and may not be is unprocessable. */
export function refuseIssues(c: HonoContext, issues: readonly FhirIssue[]): FhirRefusal {
  const unreadable = ['not-json', 'is-xml', 'not-an-object', 'wrong-resource']
  const status = issues.some((issue) => unreadable.includes(issue.kind)) ? 400 : 422
  return new FhirRefusal(status, outcomeOf(issues, outcomeLanguage(c)))
}

/** English, unless Dutch is asked for: who reads this is mostly a program. */
export const outcomeLanguage = (c: HonoContext) =>
  /^nl\b/i.test(c.req.header('accept-language') ?? '') ? 'nl' : 'en'

/** FHIR's IssueType for what any request here can end in. */
const issueCodes: Partial<Record<ErrorCode, string>> = {
  'not-signed-in': 'login',
  'second-factor-needed': 'login',
  'session-locked': 'expired',
  'not-allowed': 'forbidden',
  'cross-site': 'security',
  'not-found': 'not-found',
  'too-large': 'too-long',
  'wrong-media-type': 'not-supported',
  'unreadable-body': 'structure',
  'invalid-input': 'invalid',
  conflict: 'conflict',
  'too-many': 'throttled',
  unavailable: 'transient',
  internal: 'exception',
}

/** Every refusal under `/fhir`. The cause is logged, never sent. */
export function refuseFhir(log: Log, thrown: unknown, c: HonoContext): Response {
  const { outcome, status } = asRefusal(log, thrown, c)
  if (status === 401) c.header('WWW-Authenticate', 'Bearer realm="weerklank"')
  sayWhenAgain(c, status)
  return sendOutcome(c, outcome, status)
}

/** Whatever was thrown, as FHIR tells it; counted, and logged where a person cannot mend it. */
export function asRefusal(log: Log, thrown: unknown, c: HonoContext): FhirRefusal {
  if (thrown instanceof FhirRefusal) return thrown
  const error = toAppError(thrown)
  countRefusal(error.code)
  logRefusal(log, error, c)
  const text = errorText(error.code, outcomeLanguage(c))
  return refusal(statusOf[error.code], issueCodes[error.code] ?? 'processing', text)
}

function sendOutcome(c: HonoContext, outcome: OperationOutcome, status: ContentfulStatusCode): Response {
  return c.body(JSON.stringify(outcome), status, headers('4.0'))
}

/** Sends a resource. Answers of people stay with whoever asked: nothing in between keeps them. */
export function sendResource(
  c: HonoContext,
  resource: object,
  of: { version?: FhirVersion; status?: ContentfulStatusCode } = {},
): Response {
  const { version = '4.0', status = 200 } = of
  const isPretty = c.req.query('_pretty') === 'true'
  return c.body(JSON.stringify(resource, null, isPretty ? 2 : 0), status, headers(version))
}

const headers = (version: FhirVersion) => ({
  'Content-Type': `application/fhir+json; fhirVersion=${version}; charset=utf-8`,
  'Cache-Control': 'no-store',
})

const isJson = /^(application\/(fhir\+)?json|application\/json\+fhir|text\/json|application\/\*|\*\/\*)$/

/**
 * Which version of FHIR the answer should be in; undefined when that is left to us. Refuses what asks for XML, or for a
 * version that we do not speak.
 */
export function wantedVersion(c: HonoContext): FhirVersion | undefined {
  const format = c.req.query('_format')
  const accept = c.req.header('accept')
  const said = format === undefined ? (accept ?? '') : formatOf(format)
  const types = said.split(',').map((one) => parameters(one))
  const json = said === '' ? [] : types.filter((one) => isJson.test(one.type))
  if (said !== '' && json.length === 0)
    throw refusal(406, 'not-supported', 'Only JSON is given: application/fhir+json.')
  const versions = [...json, ...types].flatMap((one) => one.fhirVersion ?? [])
  return versions[0] === undefined ? undefined : knownVersion(versions[0], 406)
}

const formatOf = (format: string) =>
  format === 'json' ? 'application/fhir+json' : format.replaceAll(' ', '+')

function parameters(text: string): { type: string; fhirVersion?: string } {
  const [type = '', ...rest] = text.split(';').map((one) => one.trim())
  const version = rest
    .find((one) => /^fhirversion=/i.test(one))
    ?.split('=')[1]
    ?.replaceAll('"', '')
  return version === undefined
    ? { type: type.toLowerCase() }
    : { type: type.toLowerCase(), fhirVersion: version }
}

function knownVersion(text: string, status: 406 | 415): FhirVersion {
  if (/^4\.0(\.1)?$/.test(text)) return '4.0'
  if (/^5\.0(\.0)?$/.test(text)) return '5.0'
  throw refusal(status, 'not-supported', 'FHIR 4.0 (R4) and 5.0 (R5) are spoken here.')
}

/** A form of 800 questions is a tenth of this. */
export const bodyAtMost = 10 * 1024 * 1024

/** The body of a request, as text, and the version of FHIR that its sender says it is in. */
export async function readResource(c: HonoContext): Promise<{ text: string; fhirVersion?: FhirVersion }> {
  const { type, fhirVersion } = parameters(c.req.header('content-type') ?? '')
  if (!/^(application\/(fhir\+)?json|application\/json\+fhir|text\/json)$/.test(type)) {
    throw refusal(415, 'not-supported', 'Only JSON is read: Content-Type: application/fhir+json.')
  }
  const version = fhirVersion === undefined ? undefined : knownVersion(fhirVersion, 415)
  const encoding = c.req.header('content-encoding') ?? 'identity'
  if (encoding.toLowerCase() !== 'identity')
    throw refusal(415, 'not-supported', 'A body is read as it is: without Content-Encoding.')
  const bytes = await readBody(c, bodyAtMost)
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return version === undefined ? { text } : { text, fhirVersion: version }
  } catch (cause) {
    throw new AppError('unreadable-body', { cause })
  }
}

/** What of a stored resource the sender wants back: `Prefer: return=…`. */
export function wantedReturn(c: HonoContext): 'representation' | 'minimal' | 'OperationOutcome' {
  const said = /return=(minimal|representation|operationoutcome)/i.exec(c.req.header('prefer') ?? '')?.[1]
  if (said === undefined) return 'representation'
  return said.toLowerCase() === 'operationoutcome'
    ? 'OperationOutcome'
    : (said as 'minimal' | 'representation')
}

export type Page = { limit: number; offset: number }
const pageUsual = 20
const pageAtMost = 100

/** Which part of a long list is asked for. */
export function pageOf(query: URLSearchParams): Page {
  const number = (name: string, usual: number) => {
    const said = query.get(name)
    if (said === null) return usual
    if (!/^\d{1,9}$/.test(said)) throw refusal(400, 'value', `${name} should be a number.`)
    return Number(said)
  }
  if (query.get('_summary') === 'count') return { limit: 0, offset: 0 }
  return { limit: Math.min(number('_count', pageUsual), pageAtMost), offset: number('_offset', 0) }
}

type Found = { base: string; query: URLSearchParams; page: Page; total: number; entries: readonly object[] }

/** One page of what was found, with links to the others. */
export function searchset({ base, query, page, total, entries }: Found): object {
  const link = (relation: string, offset: number) => {
    const params = new URLSearchParams(query)
    params.set('_count', String(page.limit))
    if (offset > 0) params.set('_offset', String(offset))
    else params.delete('_offset')
    return { relation, url: `${base}?${params}` }
  }
  const isMore = page.limit > 0 && page.offset + page.limit < total
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total,
    link: [
      link('self', page.offset),
      ...(isMore ? [link('next', page.offset + page.limit)] : []),
      ...(page.offset > 0 ? [link('previous', Math.max(0, page.offset - page.limit))] : []),
    ],
    ...(entries.length > 0 && { entry: entries }),
  }
}
