/** What is true of this program before anything of it runs; whoever asks only that loads no server. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Installation } from '@weerklank/core/consent/legal/legal-document'
import type { Config } from './config.ts'

export const version: string = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
).version

/** Where the built web app is. */
export const webFolder = fileURLToPath(new URL('../../web/dist', import.meta.url))

/** What the texts that the law asks for say of this machine: where things are, never a password. */
export function machineOf(config: Config): Pick<Installation, 'database' | 'mailServer'> {
  return {
    database: config.databaseUrl === null ? 'embedded' : 'server',
    mailServer: config.smtpUrl === null ? null : new URL(config.smtpUrl).hostname,
  }
}
