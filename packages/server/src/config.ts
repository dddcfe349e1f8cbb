import type { BlockList } from 'node:net'
import { z } from 'zod'
import {
  readSingleSignOn,
  type SingleSignOnSettings,
  singleSignOnEnvironment,
} from './access/single-sign-on.config.ts'
import { readSecretFiles } from './config.files.ts'
import { readTrustedProxies, type TrustedProxies } from './http/address.ts'

/** Everything that can be set from outside. Nothing needs to be: without any of it the embedded database is used. */
const environment = z.object({
  /** Port to listen on. */
  PORT: z.coerce.number('must be a number').int().min(0).max(65535).default(3000),
  /** Address to listen on. Only this machine by default; `0.0.0.0` to be reached from elsewhere. */
  HOST: z.string().min(1).default('127.0.0.1'),
  /** The address people use, without a slash at the end. Links in mails and QR codes are made from it. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  /** A PostgreSQL server (15 or newer) instead of the embedded one. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  /** The login that owns the tables, when DATABASE_URL is one that may not change them. */
  DATABASE_OWNER_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  /** Signs session cookies. Kept in the data folder when it is not given. */
  WEERKLANK_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  /** A mail server: smtp://user:password@host:port. Without it no mail is sent and no mail link is offered. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .optional(),
  /** The sender of mails. */
  MAIL_FROM: z.string().min(3).default('Weerklank <weerklank@localhost>'),
  /** Proxies before us, whose X-Forwarded-For is believed: how many, or their addresses or networks. Limits count by it. */
  TRUST_PROXY: z
    .string()
    .transform((text) => readTrustedProxies(text))
    .refine((read) => read !== null, 'must be a number of proxies (1 to 9) or addresses like 10.0.0.0/8')
    .optional(),
  /** Networks of the organisation itself to which messages of webhooks may go: 10.1.0.0/16, divided by commas. */
  WEBHOOK_NETWORKS: z
    .string()
    .transform((text) => readTrustedProxies(text))
    .transform((read) => (read !== null && 'networks' in read ? read.networks : null))
    .refine((networks) => networks !== null, 'must be addresses like 10.1.0.0/16, divided by commas')
    .optional(),
  /** Lets people outside this machine come without TLS, on a network that is closed. */
  ALLOW_HTTP: z.enum(['yes', 'no']).default('no'),
  /** A file of leaked passwords (the downloadable list of Have I Been Pwned): new passwords are looked up in it. */
  WEERKLANK_BREACHED_PASSWORDS: z.string().min(1).optional(),
  ...singleSignOnEnvironment,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

export type Config = Readonly<{
  port: number
  host: string
  publicUrl: string | null
  dataDir: string
  databaseUrl: string | null
  ownerUrl: string | null
  secret: string | null
  smtpUrl: string | null
  mailFrom: string
  trustedProxies: TrustedProxies
  webhookNetworks: BlockList | null
  allowHttp: boolean
  breachedPasswords: string | null
  singleSignOn: SingleSignOnSettings | null
  logLevel: z.output<typeof environment>['LOG_LEVEL']
}>

/** Thrown with one sentence per wrong setting, before anything is started. */
export class ConfigError extends Error {}

/** Reads the settings; complete and frozen, or an error that names what to mend. */
export function readConfig(env: Readonly<Record<string, string | undefined>>, dataDir: string): Config {
  // An empty variable is one that was not set: `PORT= npm start`.
  const { env: complete, problems } = readSecretFiles(env)
  const given = Object.fromEntries(Object.entries(complete).filter(([, value]) => value !== ''))
  const result = environment.safeParse(given)
  const wrong = result.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? []
  if (!result.success || problems.length > 0) {
    throw new ConfigError(`A setting is wrong. ${[...problems, ...wrong].join('. ')}.`)
  }
  const set = result.data
  const singleSignOn = readSingleSignOn(set)
  if (typeof singleSignOn === 'string') throw new ConfigError(`A setting is wrong. ${singleSignOn}.`)
  return Object.freeze({
    port: set.PORT,
    host: set.HOST,
    publicUrl: set.PUBLIC_URL ?? null,
    dataDir,
    databaseUrl: set.DATABASE_URL ?? null,
    ownerUrl: set.DATABASE_OWNER_URL ?? set.DATABASE_URL ?? null,
    secret: set.WEERKLANK_SECRET ?? null,
    smtpUrl: set.SMTP_URL ?? null,
    mailFrom: set.MAIL_FROM,
    trustedProxies: set.TRUST_PROXY ?? null,
    webhookNetworks: set.WEBHOOK_NETWORKS ?? null,
    allowHttp: set.ALLOW_HTTP === 'yes',
    breachedPasswords: set.WEERKLANK_BREACHED_PASSWORDS ?? null,
    singleSignOn,
    logLevel: set.LOG_LEVEL,
  })
}
