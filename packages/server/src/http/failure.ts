import { AppError } from '@weerklank/core/shared/errors'
import pg from 'pg'
import { isStalePlan } from '../db/dialect.ts'

// SQLSTATE classes and codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
// 28 and 3D: the login or the database is not there (any more). 25006: a standby that only reads. 55000: closed for
// connections.
const unavailableClasses = ['08', '28', '3D', '53', '57', '58', 'XX']
const unavailableCodes = ['40001', '40P01', '55000', '55P03', '25P03', '25P02', '25006']
const networkCodes = [
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT'],
  ...['ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
]

/**
 * What went wrong, as one of the codes that people can be told. The database being away, full or slow is `unavailable`:
 * the transaction was rolled back and a retry is safe. Everything unforeseen is `internal`.
 */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (error instanceof pg.DatabaseError) return fromDatabase(error)
  if (error instanceof Error) {
    const code = 'code' in error ? String(error.code) : ''
    if (networkCodes.includes(code) || lostConnection.test(error.message)) {
      return new AppError('unavailable', { cause: error })
    }
    // A library that says "it failed" where the reason is that the database is away.
    if (error.cause !== undefined && toAppError(error.cause).code === 'unavailable') {
      return new AppError('unavailable', { cause: error })
    }
  }
  return new AppError('internal', { cause: error })
}

// pg reports a broken or missing connection as a plain Error with one of these sentences.
const lostConnection =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable|Cannot use a pool after calling end/

function fromDatabase(error: pg.DatabaseError): AppError {
  const code = error.code ?? ''
  if (isStalePlan(error)) return new AppError('unavailable', { cause: error })
  if (unavailableCodes.includes(code) || unavailableClasses.includes(code.slice(0, 2))) {
    return new AppError('unavailable', { cause: error })
  }
  if (code === '23505') return new AppError('conflict', { cause: error })
  // A reference to something that is not there, e.g. a colleague of another workspace.
  if (code === '23503') return new AppError('invalid-input', { cause: error })
  // A row that row-level security refuses does not exist for this actor.
  if (code === '42501') return new AppError('not-allowed', { cause: error })
  return new AppError('internal', { cause: error })
}
