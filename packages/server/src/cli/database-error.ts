import { codeOf } from '../db/embedded/embedded-error.ts'
import { appRole } from '../db/policy.ts'

/**
 * What is wrong with the database or with the way to it, and what to do, in one or two sentences; undefined when it is
 * something else. Looks through causes: the first that is recognised tells.
 */
export function explainDatabaseError(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const own = explainConnection(error) ?? explainAnswer(error) ?? explainMigrations(error)
  if (own !== undefined) return own
  const inside = error instanceof AggregateError ? error.errors : [error.cause]
  return inside.map(explainDatabaseError).find((sentence) => sentence !== undefined)
}

const noAnswer = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EPIPE',
])
const untrusted = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/

function explainConnection(error: Error): string | undefined {
  const code = codeOf(error) ?? ''
  const isConnecting =
    'syscall' in error && ['connect', 'getaddrinfo', 'read', 'write'].includes(String(error.syscall))
  if (
    (isConnecting && noAnswer.has(code)) ||
    /^(Connection terminated|timeout expired|timeout exceeded)/.test(error.message)
  ) {
    return `The database server does not answer (${error.message}): see that it runs, and that the address in DATABASE_URL is right.`
  }
  if (code === 'ERR_INVALID_URL') {
    return 'DATABASE_URL or DATABASE_OWNER_URL is not an address: write postgres://user:password@host:5432/database, with characters such as @ / # : in the password as %40 %2F %23 %3A.'
  }
  if (/^The server does not support SSL connections/.test(error.message)) {
    return 'The database server does not speak TLS: leave sslmode out of DATABASE_URL, or let the server speak TLS.'
  }
  if (untrusted.test(code)) {
    return `The certificate of the database server is not trusted (${code}): name its issuer with sslrootcert=<file> in DATABASE_URL, or with NODE_EXTRA_CA_CERTS.`
  }
  return undefined
}

/** By SQLSTATE, and where one has several meanings by PostgreSQL's words, which are the same in every release from 15 on. */
function explainAnswer(error: Error): string | undefined {
  const said = error.message
  switch (codeOf(error)) {
    case '28P01':
    case '28000':
      return `The database server does not let this login in (${said}): see the name and the password in DATABASE_URL and DATABASE_OWNER_URL.`
    case '3D000':
      return `That database is not there (${said}): make it, or see the name at the end of DATABASE_URL.`
    case '42501':
      return explainRight(said)
    case '22023':
      return /role .* does not exist/.test(said) ? notMigrated : undefined
    case '42P01':
    case '3F000':
      return notMigrated
    case '25006':
      return 'The database server takes no changes: it is a copy of another one, or set to read only. Point DATABASE_URL at the first one.'
    case '53100':
      return 'The disk of the database is full: make room, and try again. Nothing that was stored is lost.'
    case '53300':
      return `The database server has no connection left (${said}): raise max_connections, or stop what holds them.`
    case '57P01':
    case '57P02':
    case '57P03':
      return `The database server is starting or stopping (${said}): try again in a moment.`
    default:
      return undefined
  }
}

const notMigrated =
  'The database has no tables of Weerklank yet, or not those of this version: run `weerklank migrate` with the login that owns it (DATABASE_OWNER_URL).'

function explainRight(said: string): string {
  if (/set role/.test(said)) {
    return `This login may not work as ${appRole} (${said}). Let an administrator of the server say: grant ${appRole} to <the login in DATABASE_URL>.`
  }
  if (/create role/.test(said)) {
    return `This login may not make the role ${appRole} (${said}). Let an administrator of the server say: create role ${appRole} nologin; grant ${appRole} to <the login in DATABASE_URL>.`
  }
  return `This login may not do that (${said}): use the login that owns the database, also for DATABASE_OWNER_URL, or let an administrator say: alter database <database> owner to <login>.`
}

/** Kysely's words for migrations in the database that this version does not have. */
function explainMigrations(error: Error): string | undefined {
  if (!error.message.startsWith('corrupted migrations')) return undefined
  return `The database was brought up to date by a newer Weerklank than this one (${error.message.replace('corrupted migrations: ', '')}): start that version.`
}
