import type { Endpoint } from '@weerklank/core/shared/endpoint'
import type { z } from 'zod'
import { address } from './address.ts'
import { ApiError, errorOfAnswer } from './api-error.ts'
import { askProof, isProofCode } from './proof.ts'

/** What an operation is sent: exactly the parts that its contract names. */
export type Sent<E extends Endpoint> = {
  readonly [Part in keyof E & ('params' | 'query' | 'body')]: z.input<E[Part]>
}

/** What an operation answers. */
export type Answer<E extends Endpoint> = z.output<E['response']>

type AnyParts = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }

/**
 * Does one operation of a contract: `call<typeof accessEndpoints.me>('GET', '/api/me', {})`. Throws an ApiError.
 * Only types come from the contract; the answer is trusted, because the same server checked it against that contract.
 */
export async function call<E extends Endpoint>(
  method: E['method'],
  path: E['path'],
  sent: Sent<E>,
): Promise<Answer<E>> {
  const { params, query, body } = sent as AnyParts
  return (await request(method, address(path, params, query), body)) as Answer<E>
}

/**
 * One JSON request to our own server. Never repeats by itself: what writes may only be repeated by its sender. But for one
 * case: the server did nothing because she first has to show that it is her. When she has, the same is asked again.
 */
export async function request(method: Endpoint['method'], url: string, body?: unknown): Promise<unknown> {
  // A foreign website cannot send this header along, so the server asks for it wherever something changes.
  const headers: Record<string, string> = { accept: 'application/json', 'x-weerklank': '1' }
  if (body !== undefined) headers['content-type'] = 'application/json'
  const answer = await send(url, {
    method,
    headers,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const content: unknown = await answer.json().catch(() => undefined)
  if (answer.ok) return content
  const error = errorOfAnswer(answer.status, content)
  if (isProofCode(error.code) && (await askProof(error.code))) return request(method, url, body)
  throw error
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch {
    throw new ApiError('unavailable')
  }
}
