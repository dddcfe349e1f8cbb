import { queryOptions } from '@tanstack/react-query'
import { addressOf, type Operation, operationsOf } from './try-operations.ts'

/** The interface as it describes itself. */
export const operationsQuery = queryOptions({
  queryKey: ['openapi'],
  queryFn: async () => operationsOf(await (await fetch('/api/openapi.json')).json()),
})

export type Tried = { status: number; ms: number; text: string }

/** Sends a request as a program would: with the token, and without the session of whoever is signed in. */
export async function tryRequest(of: {
  operation: Operation
  token: string
  filled: Readonly<Record<string, string>>
  body: string
}): Promise<Tried> {
  const { operation, token, filled, body } = of
  const start = performance.now()
  const answer = await fetch(addressOf(operation, filled), {
    ...{ method: operation.method, credentials: 'omit' as const },
    headers: {
      authorization: `Bearer ${token.trim()}`,
      ...(operation.body !== null && { 'content-type': operation.mediaType }),
    },
    ...(operation.body !== null && { body }),
  })
  const text = readable(await answer.text())
  return { status: answer.status, ms: Math.round(performance.now() - start), text }
}

function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

export function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
