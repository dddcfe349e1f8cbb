import { type Endpoint, errorBody } from '@weerklank/core/shared/endpoint'
import { errorTexts } from '@weerklank/core/shared/errors'
import { z } from 'zod'
import { statusOf } from './status.ts'

/** An operation that is no JSON endpoint of a room: pages, probes, sign-in. Described by hand, beside its route. */
export type PlainOperation = {
  method: 'get' | 'post'
  path: string
  summary: string
  /** Status → what it means; the answer's media type. */
  answers: Readonly<Record<string, string>>
  mediaType: string
  parameters?: readonly string[]
}

/** Refusals that every operation can give. */
const general = ['too-many', 'unavailable', 'internal'] as const

/** The OpenAPI 3.1 document, from the same schemas with which requests are validated. */
export function openApiDocument(of: {
  endpoints: readonly Endpoint[]
  plain: readonly PlainOperation[]
  url: string
  version: string
}): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const endpoint of of.endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) }
  }
  for (const one of of.plain) paths[one.path] = { ...paths[one.path], [one.method]: plainOperation(one) }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Weerklank',
      version: of.version,
      description: 'Checks after a contact, signals, agreements. Writes need the header `x-weerklank: 1`.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: of.url }],
    paths,
    components: {
      schemas: { Error: jsonSchema(errorBody, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'weerklank.session_token' } },
    },
  }
}

function operation(endpoint: Endpoint): object {
  const signedIn = endpoint.errors.includes('not-signed-in')
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    ...(signedIn && { security: [{ session: [] }] }),
    parameters: [...parameters(endpoint.params, 'path'), ...parameters(endpoint.query, 'query')],
    ...(endpoint.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: jsonSchema(endpoint.body, 'input') } },
      },
    }),
    responses: {
      200: {
        description: 'Done',
        content: { 'application/json': { schema: jsonSchema(endpoint.response, 'output') } },
      },
      ...refusals(endpoint),
    },
  }
}

function refusals(endpoint: Endpoint): Record<string, object> {
  const answers: Record<string, object> = {}
  for (const code of [...endpoint.errors, ...general]) {
    answers[statusOf[code]] = {
      description: `${code}: ${errorTexts[code].en}`,
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
    }
  }
  return answers
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

function plainOperation(of: PlainOperation): object {
  return {
    summary: of.summary,
    parameters: (of.parameters ?? []).map((name) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    responses: Object.fromEntries(
      Object.entries(of.answers).map(([status, description]) => [
        status,
        { description, content: { [of.mediaType]: {} } },
      ]),
    ),
  }
}
