import { AppError } from '@weerklank/core/shared/errors'
import pg from 'pg'
import { expect, test } from 'vitest'
import { toAppError } from './failure.ts'

function refusal(code: string): pg.DatabaseError {
  const error = new pg.DatabaseError('said by the database', 20, 'error')
  error.code = code
  return error
}

/** SQLSTATE by SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const answers: [sqlstate: string, name: string, code: AppError['code']][] = [
  ['08006', 'connection_failure', 'unavailable'],
  ['08P01', 'protocol_violation', 'unavailable'],
  ['28P01', 'invalid_password', 'unavailable'],
  ['3D000', 'invalid_catalog_name', 'unavailable'],
  ['25P02', 'in_failed_sql_transaction', 'unavailable'],
  ['25P03', 'idle_in_transaction_session_timeout', 'unavailable'],
  ['40001', 'serialization_failure', 'unavailable'],
  ['40P01', 'deadlock_detected', 'unavailable'],
  ['53100', 'disk_full', 'unavailable'],
  ['53200', 'out_of_memory', 'unavailable'],
  ['53300', 'too_many_connections', 'unavailable'],
  ['55000', 'object_not_in_prerequisite_state: closed for connections', 'unavailable'],
  ['55P03', 'lock_not_available', 'unavailable'],
  ['57014', 'query_canceled, also by the time limit', 'unavailable'],
  ['57P01', 'admin_shutdown', 'unavailable'],
  ['57P02', 'crash_shutdown', 'unavailable'],
  ['57P03', 'cannot_connect_now', 'unavailable'],
  ['58030', 'io_error', 'unavailable'],
  ['XX001', 'data_corrupted', 'unavailable'],
  ['25006', 'read_only_sql_transaction: a standby', 'unavailable'],
  ['23505', 'unique_violation', 'conflict'],
  ['23503', 'foreign_key_violation', 'invalid-input'],
  ['42501', 'insufficient_privilege', 'not-allowed'],
  ['23514', 'check_violation', 'internal'],
  ['23502', 'not_null_violation', 'internal'],
  ['22P02', 'invalid_text_representation', 'internal'],
  ['42P01', 'undefined_table', 'internal'],
  ['42703', 'undefined_column', 'internal'],
]

test.each(answers)('%s (%s) is %s', (sqlstate, _, code) => {
  const cause = refusal(sqlstate)
  const error = toAppError(cause)
  expect([error.code, error.cause]).toEqual([code, cause])
  // What the database said never becomes what a person reads.
  expect(error.message).toBe(code)
})

const coded = (code: string) => Object.assign(new Error('x'), { code })
const others: [what: string, thrown: unknown, code: AppError['code']][] = [
  ['a refused connection', coded('ECONNREFUSED'), 'unavailable'],
  ['a broken connection', coded('ECONNRESET'), 'unavailable'],
  ['a socket that is gone', coded('ENOENT'), 'unavailable'],
  ['a name that is unknown', coded('ENOTFOUND'), 'unavailable'],
  ['a name server that is away', coded('EAI_AGAIN'), 'unavailable'],
  ['a host that is away', coded('EHOSTUNREACH'), 'unavailable'],
  ['pg: connection ended', new Error('Connection terminated unexpectedly'), 'unavailable'],
  ['pg: pool is full', new Error('timeout exceeded when trying to connect'), 'unavailable'],
  ['pg: slow to connect', new Error('Connection terminated due to connection timeout'), 'unavailable'],
  [
    'pg: client broke',
    new Error('Client has encountered a connection error and is not queryable'),
    'unavailable',
  ],
  ['pg: stopped', new Error('Cannot use a pool after calling end on the pool'), 'unavailable'],
  [
    'a library that passes it on',
    new Error('Failed to get session', { cause: refusal('57P01') }),
    'unavailable',
  ],
  ['a library that broke by itself', new Error('Failed', { cause: new TypeError('x') }), 'internal'],
  ['a programming error', new TypeError('x is undefined'), 'internal'],
  ['a text', 'thrown', 'internal'],
  ['nothing', undefined, 'internal'],
]

test.each(others)('%s', (_, thrown, code) => {
  expect(toAppError(thrown).code).toBe(code)
})

test('a statement prepared before a change of the schema is tried again; anything else that is not supported is our fault', () => {
  const stale = Object.assign(refusal('0A000'), { routine: 'RevalidateCachedQuery' })
  expect([toAppError(stale).code, toAppError(refusal('0A000')).code]).toEqual(['unavailable', 'internal'])
})

test('several addresses that all refuse are one connection that failed', () => {
  const refused = new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')], '')
  expect(toAppError(Object.assign(refused, { code: 'ECONNREFUSED' })).code).toBe('unavailable')
})

test('our own refusals stay what they are', () => {
  const error = new AppError('conflict', { fields: { a: 'b' } })
  expect(toAppError(error)).toBe(error)
})
