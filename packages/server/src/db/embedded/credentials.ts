import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf, EmbeddedError } from './embedded-error.ts'

export const CREDENTIALS_FILE = 'database.json'

/** The generated passwords of the two logins, and whether the database they belong to was ever completed. */
export type Credentials = { ownerPassword: string; appPassword: string; initialised: boolean }

/** 24 random bytes are beyond guessing; base64url needs no quoting anywhere. */
export function newCredentials(): Credentials {
  return {
    ownerPassword: randomBytes(24).toString('base64url'),
    appPassword: randomBytes(24).toString('base64url'),
    initialised: false,
  }
}

export function readCredentials(dataDir: string): Credentials | undefined {
  const path = join(dataDir, CREDENTIALS_FILE)
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
  const credentials = parse(text)
  if (credentials !== undefined) return credentials
  throw new EmbeddedError(
    'half-initialised',
    `The file ${path} is damaged; it holds the passwords of the database: put it back from a backup and start again.`,
  )
}

function parse(text: string): Credentials | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  if (!('ownerPassword' in value) || typeof value.ownerPassword !== 'string') return undefined
  if (!('appPassword' in value) || typeof value.appPassword !== 'string') return undefined
  const initialised = 'initialised' in value && value.initialised === true
  return { ownerPassword: value.ownerPassword, appPassword: value.appPassword, initialised }
}

/** Durable before it returns: a database whose passwords are lost is lost. */
export function writeCredentials(dataDir: string, credentials: Credentials): void {
  const path = join(dataDir, CREDENTIALS_FILE)
  const draft = `${path}.new`
  writeFileSync(draft, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600, flush: true })
  renameSync(draft, path)
  syncFolder(dataDir)
}

/** A rename survives a power cut only after the folder itself is written. */
export function syncFolder(path: string): void {
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
