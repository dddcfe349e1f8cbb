import { z } from 'zod'
import { type ErrorCode, errorCodes } from './errors.ts'
import type { Scope } from './scope.ts'

/**
 * One HTTP operation, described once: the server validates with it, the web client takes its types from it,
 * the OpenAPI document is generated from it.
 */
export type Endpoint = {
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** With `:name` for each path parameter. */
  readonly path: string
  readonly summary: string
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodObject
  /** Longest body in bytes, where a file is sent; without it what a form needs. */
  readonly bodyLimit?: number
  readonly response: z.ZodType
  /** Media types, where the answer is a file to keep; one that is JSON looks like `response`. */
  readonly files?: readonly string[]
  /** What the token of a program must be for; without it no token opens this. */
  readonly scope?: Scope
  /** The refusals this operation can give on purpose; the general ones (limits, unavailable) go for all. */
  readonly errors: readonly ErrorCode[]
}

/** The body of every refusal of the JSON interface. */
export const errorBody = z.object({
  error: z.object({
    code: z.enum(errorCodes),
    message: z.string(),
    /** Per field (dotted path) what the person can mend. */
    fields: z.record(z.string(), z.string()).optional(),
  }),
})

/** The answer of an operation that has nothing to tell. */
export const done = z.object({ done: z.literal(true) })
