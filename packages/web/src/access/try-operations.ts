/** An operation of the interface that a token opens, as the OpenAPI document tells it. */
export type Operation = {
  id: string
  method: string
  path: string
  summary: string
  /** What the token must be for. */
  scope: string
  /** Places to fill in: of the path, and of what comes behind the question mark. */
  places: readonly { name: string; in: 'path' | 'query' }[]
  /** A body to begin with, or null where nothing is sent. */
  body: string | null
  mediaType: string
}

type Described = {
  summary?: string
  security?: readonly Record<string, readonly string[]>[]
  parameters?: readonly { name: string; in: string }[]
  requestBody?: { content: Record<string, { schema?: Schema }> }
}
type Schema = {
  type?: string
  properties?: Record<string, Schema>
  required?: readonly string[]
  enum?: readonly unknown[]
}
type Document = { paths: Record<string, Record<string, Described>> }

/** The operations that a token opens, in the order of the document. */
export function operationsOf(document: unknown): Operation[] {
  const { paths } = document as Document
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, described]) => {
      const scope = described.security?.flatMap(({ token = [] }) => token)[0]
      return scope === undefined ? [] : [operation({ path, method, scope, described })]
    }),
  )
}

function operation(of: { path: string; method: string; scope: string; described: Described }): Operation {
  const { path, method, scope, described } = of
  const [mediaType = 'application/json', content] =
    Object.entries(described.requestBody?.content ?? {})[0] ?? []
  return {
    ...{ id: `${method} ${path}`, method: method.toUpperCase(), path, scope, mediaType },
    summary: described.summary ?? '',
    places: (described.parameters ?? []).flatMap(({ name, in: where }) =>
      where === 'path' || where === 'query' ? [{ name, in: where }] : [],
    ),
    body: content === undefined ? null : JSON.stringify(example(content.schema ?? {}), null, 2),
  }
}

/** Something of the shape that is asked for, to be filled in by hand. */
function example(schema: Schema): unknown {
  if (schema.enum !== undefined) return schema.enum[0]
  if (schema.properties !== undefined) {
    const names = schema.required ?? Object.keys(schema.properties)
    return Object.fromEntries(names.map((name) => [name, example(schema.properties?.[name] ?? {})]))
  }
  const empty: Record<string, unknown> = {
    string: '',
    number: 0,
    integer: 0,
    boolean: false,
    array: [],
    object: {},
  }
  return empty[schema.type ?? ''] ?? null
}

/** The address of a request with its places filled in; what is left empty behind the question mark is left out. */
export function addressOf({ path, places }: Operation, filled: Readonly<Record<string, string>>): string {
  const full = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(filled[name] ?? ''))
  const query = new URLSearchParams(
    places
      .filter((one) => one.in === 'query' && (filled[one.name] ?? '') !== '')
      .map(({ name }) => [name, filled[name] ?? '']),
  )
  return query.size === 0 ? full : `${full}?${query}`
}
