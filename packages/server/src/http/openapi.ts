import { type Endpoint, errorBody } from '@weerklank/core/shared/endpoint'
import { type ErrorCode, errorTexts } from '@weerklank/core/shared/errors'
import { type Scope, scopes } from '@weerklank/core/shared/scope'
import { z } from 'zod'
import { statusOf } from './status.ts'

/** An operation that is no JSON endpoint of a room: pages, probes, sign-in. Described by hand, beside its route. */
export type PlainOperation = {
  method: 'get' | 'post' | 'put'
  path: string
  summary: string
  /** Status → what it means; the answer's media type. */
  answers: Readonly<Record<string, string>>
  mediaType: string
  parameters?: readonly string[]
  /** What is posted, where something is. */
  accepts?: string
  /** What a token must be for, where only programs come. */
  scope?: Scope
}

/** Refusals that come before an operation looks at anything of its own. */
function general(endpoint: Endpoint): ErrorCode[] {
  return [
    ...(['too-many', 'unavailable', 'internal'] as const),
    ...(endpoint.errors.includes('not-signed-in')
      ? (['second-factor-needed', 'session-locked', 'not-allowed'] as const)
      : []),
    ...(endpoint.params ? (['not-found'] as const) : []),
    ...(endpoint.method === 'GET' ? [] : (['cross-site'] as const)),
    ...(endpoint.body ? (['unreadable-body', 'too-large', 'wrong-media-type'] as const) : []),
  ]
}

/** The OpenAPI 3.1 document, from the same schemas with which requests are validated. */
export function openApiDocument(of: {
  endpoints: readonly Endpoint[]
  plain: readonly PlainOperation[]
  url: string
  version: string
  /** What the cookie of a session is called at this address. */
  sessionCookie: string
  /** What is sent to other programs by itself, by its name. */
  messages: Readonly<Record<string, object>>
}): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const endpoint of of.endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) }
  }
  for (const one of of.plain) paths[one.path] = { ...paths[one.path], [one.method]: plainOperation(one) }
  const shared: Record<string, unknown> = {}
  const described = hoisted(paths, shared)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Weerklank',
      version: of.version,
      description:
        'Checks after a contact, signals, agreements. A program sends `Authorization: Bearer wk_…`, a token that a member made under Connections (/koppelingen). With a session, writes need the header `x-weerklank: 1`.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: of.url }],
    paths: described,
    webhooks: of.messages,
    components: {
      schemas: { Error: jsonSchema(errorBody, 'output'), ...shared },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: of.sessionCookie },
        token: tokenScheme,
      },
    },
  }
}

const tokenScheme = {
  type: 'http',
  scheme: 'bearer',
  description: `A token of a member: it may what she may, as far as it was made for. What for: ${scopes.join(', ')}.`,
}

/** By a session; and by a token, where it says what for. */
function security({ errors, scope }: Endpoint): object {
  if (!errors.includes('not-signed-in')) return {}
  return { security: [{ session: [] }, ...(scope === undefined ? [] : [{ token: [scope] }])] }
}

function operation(endpoint: Endpoint): object {
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    ...security(endpoint),
    parameters: [
      ...parameters(endpoint.params, 'path'),
      ...parameters(endpoint.query, 'query'),
      ...(endpoint.method === 'GET' ? [] : [ownPages(endpoint)]),
    ],
    ...(endpoint.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: jsonSchema(endpoint.body, 'input') } },
      },
    }),
    responses: {
      200: {
        description: 'Done',
        content: answers(endpoint),
      },
      ...refusals(endpoint),
    },
  }
}

function answers(endpoint: Endpoint): Record<string, object> {
  const files = endpoint.files ?? []
  return {
    'application/json': { schema: jsonSchema(endpoint.response, 'output') },
    ...Object.fromEntries(files.filter((type) => type !== 'application/json').map((type) => [type, {}])),
  }
}

/** The header by which a write shows that it does not come from a form on another site. */
function ownPages({ scope }: Endpoint): object {
  const byToken = scope === undefined ? '' : ' With a token it is not needed.'
  return {
    ...{ name: 'x-weerklank', in: 'header', required: scope === undefined },
    schema: { type: 'string' },
    description: `Any value: another site cannot send it.${byToken}`,
  }
}

function refusals(endpoint: Endpoint): Record<string, object> {
  const said = new Map<number, string[]>()
  for (const code of new Set([...endpoint.errors, ...general(endpoint)])) {
    const status = statusOf[code]
    said.set(status, [...(said.get(status) ?? []), `${code}: ${errorTexts[code].en}`])
  }
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } }
  return Object.fromEntries(
    [...said].map(([status, sentences]) => [status, { description: sentences.join('\n'), content }]),
  )
}

function parameters(schema: z.ZodObject | undefined, where: 'path' | 'query'): object[] {
  return Object.entries(schema?.shape ?? {}).map(([name, part]) => ({
    name,
    in: where,
    required: where === 'path',
    schema: jsonSchema(part as z.ZodType, 'input'),
  }))
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

/** What stands inside itself (an item of a form) has a name; its description stands once, where a document keeps them. */
function hoisted(node: unknown, shared: Record<string, unknown>): unknown {
  if (typeof node === 'string') return node.replace(/^#\/\$defs\//, '#/components/schemas/')
  if (Array.isArray(node)) return node.map((one) => hoisted(one, shared))
  if (typeof node !== 'object' || node === null) return node
  const { $defs = {}, ...rest } = node as Record<string, unknown>
  for (const [name, schema] of Object.entries($defs as object)) shared[name] ??= hoisted(schema, shared)
  return Object.fromEntries(Object.entries(rest).map(([name, one]) => [name, hoisted(one, shared)]))
}

function plainOperation(of: PlainOperation): object {
  return {
    summary: of.summary,
    ...(of.scope && { security: [{ token: [of.scope] }] }),
    parameters: (of.parameters ?? []).map((name) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...(of.accepts && { requestBody: { required: true, content: { [of.accepts]: {} } } }),
    responses: Object.fromEntries(
      Object.entries(of.answers).map(([status, description]) => [
        status,
        { description, content: { [of.mediaType]: {} } },
      ]),
    ),
  }
}
