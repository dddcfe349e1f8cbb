import type { Endpoint } from '@weerklank/core/shared/endpoint'
import { AppError, type ErrorCode, errorText } from '@weerklank/core/shared/errors'
import type { Language } from '@weerklank/core/shared/language'
import type { Context as HonoContext } from 'hono'
import { Hono } from 'hono'
import { routePath } from 'hono/route'
import type { z } from 'zod'
import { bearerOf } from './bearer.ts'
import { Download, sendDownload } from './download.ts'
import { toAppError } from './failure.ts'
import type { Log } from './log.ts'
import { countRefusal } from './metrics.ts'
import { sayWhenAgain } from './refusal.ts'
import { statusOf } from './status.ts'

/** The routes of the JSON interface, each known by its endpoint, so that the OpenAPI document is complete. */
export type Api = { app: Hono; endpoints: Endpoint[]; log: Log }

export function newApi(log: Log): Api {
  return { app: new Hono(), endpoints: [], log }
}

/** What a handler gets: the validated parts of a request. A part that the endpoint does not describe is unknown. */
export type Input<E extends Endpoint> = {
  params: z.output<NonNullable<E['params']>>
  query: z.output<NonNullable<E['query']>>
  body: z.output<NonNullable<E['body']>>
}

export type Output<E extends Endpoint> = z.input<E['response']>

/** Longest JSON body that is read: a relation with 40 people fits ten times. */
export const bodyLimit = 64 * 1024

export type Handling<E extends Endpoint, Who> = {
  /** Runs before anything of the request is read: limits and who is asking. */
  guard: (c: HonoContext) => Promise<Who>
  handle: (who: Who, input: Input<E>) => Promise<Output<E> | Download>
}

/** Serves an endpoint: limit, authenticate (the guard), validate, handle, answer. */
export function serve<E extends Endpoint, Who>(api: Api, endpoint: E, handling: Handling<E, Who>): void {
  api.endpoints.push(endpoint)
  api.app.on(endpoint.method, endpoint.path, async (c) => {
    const isProgram = bearerOf(c.req.raw.headers) !== null
    if (isProgram && isClosedToPrograms(endpoint)) throw new AppError('not-allowed')
    if (endpoint.method !== 'GET' && !isProgram) refuseOtherSites(c)
    const who = await handling.guard(c)
    const input = await readInput(endpoint, c)
    const output = await handling.handle(who, input as Input<E>)
    c.header('Cache-Control', 'no-store')
    return output instanceof Download ? sendDownload(c, output) : c.json(output as object)
  })
}

/** What is behind the sign-in and says no scope is for people only, whatever token is sent. */
function isClosedToPrograms(endpoint: Endpoint): boolean {
  return endpoint.scope === undefined && endpoint.errors.includes('not-signed-in')
}

async function readInput(endpoint: Endpoint, c: HonoContext): Promise<Record<string, unknown>> {
  return {
    params: parse(endpoint.params, c.req.param(), 'not-found'),
    query: parse(endpoint.query, c.req.query(), 'invalid-input'),
    body: endpoint.body
      ? parse(endpoint.body, await readJson(c, endpoint.bodyLimit), 'invalid-input')
      : undefined,
  }
}

function parse(schema: z.ZodObject | undefined, value: unknown, code: ErrorCode): unknown {
  if (schema === undefined) return undefined
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const fields = Object.fromEntries(result.error.issues.map((issue) => [issue.path.join('.'), issue.message]))
  throw new AppError(code, { fields: code === 'not-found' ? {} : fields })
}

/** Only our own pages send this header: a form on another site cannot, and no other site is let in by CORS. */
function refuseOtherSites(c: HonoContext): void {
  if (c.req.header('x-weerklank') === undefined) throw new AppError('cross-site')
}

async function readJson(c: HonoContext, limit = bodyLimit): Promise<unknown> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
    throw new AppError('wrong-media-type')
  const bytes = await readBody(c, limit)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw new AppError('unreadable-body', { cause })
  }
}

/** Reads a body of at most `limit` bytes; more is refused without being read to its end. */
export async function readBody(c: HonoContext, limit: number): Promise<Uint8Array> {
  if (Number(c.req.header('content-length') ?? 0) > limit) throw new AppError('too-large')
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.byteLength
    if (size > limit) throw new AppError('too-large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The language in which a refusal is worded: the browser's first, Dutch unless it asks for English. */
export function languageOf(c: HonoContext): Language {
  return /^en\b/i.test(c.req.header('accept-language') ?? '') ? 'en' : 'nl'
}

/** Every refusal of the JSON interface, in one shape. The cause is logged, never sent. */
export function refuse(api: Api, thrown: unknown, c: HonoContext): Response {
  const error = toAppError(thrown)
  countRefusal(error.code)
  logRefusal(api.log, error, c)
  const status = statusOf[error.code]
  sayWhenAgain(c, status)
  const fields = Object.keys(error.fields).length > 0 ? { fields: error.fields } : {}
  return c.json(
    { error: { code: error.code, message: errorText(error.code, languageOf(c)), ...fields } },
    status,
  )
}

/** Logs what a person cannot mend; what she can is not news. The path is the route's pattern: tokens never reach a log. */
export function logRefusal(log: Log, error: AppError, c: HonoContext): void {
  if (error.code !== 'internal' && error.code !== 'unavailable') return
  log.error({ err: error.cause, route: routePath(c), method: c.req.method }, `Request failed: ${error.code}`)
}
