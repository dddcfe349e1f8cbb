import { existsSync, statSync } from 'node:fs'
import { isIP } from 'node:net'
import { join } from 'node:path'
import { type Config, ConfigError } from './config.ts'

/** The file in the data folder with the secret that was made there. */
export const secretFile = 'session-secret'

/** Whether an address leads to this machine only. */
export function isThisMachine(host: string): boolean {
  const bare = host.toLowerCase().replace(/^\[(.*)\]$/, '$1')
  if (isIP(bare) === 4) return bare.startsWith('127.')
  return bare === '::1' || bare === 'localhost' || bare.endsWith('.localhost')
}

/** Whether people outside this machine can come in, by where it listens or by the address that they are told. */
export function isPublic({ host, publicUrl }: Pick<Config, 'host' | 'publicUrl'>): boolean {
  return !isThisMachine(host) || (publicUrl !== null && !isThisMachine(new URL(publicUrl).hostname))
}

/** A reason not to serve people outside this machine: the setting, what is so, what to do. */
export type Exposure = { setting: string; what: string; todo: string }

/** Every reason not to serve people outside this machine with these settings; none when only this machine is served. */
export function exposures(config: Config): Exposure[] {
  if (!isPublic(config)) return []
  const { secret } = config
  return [...address(config), ...(secret === null ? madeSecret(config.dataDir) : givenSecret(secret))]
}

/** Refuses to serve people outside this machine with settings that would let strangers in. */
export function refuseExposure(config: Config): void {
  const reasons = exposures(config)
  if (reasons.length === 0) return
  const sentences = reasons.map(({ setting, what, todo }) => `${setting}: ${what}; ${todo}`)
  throw new ConfigError(`Not safe to serve others like this. ${sentences.join('. ')}.`)
}

function address({ publicUrl, host, allowHttp }: Config): Exposure[] {
  if (publicUrl === null) {
    return [
      {
        setting: 'PUBLIC_URL',
        what: `HOST=${host} lets others in, but at which address is not said`,
        todo: 'set it to the address people use, since links are never made from what a request says',
      },
    ]
  }
  const { protocol, hostname } = new URL(publicUrl)
  if (protocol === 'https:' || isThisMachine(hostname) || allowHttp) return []
  return [
    {
      setting: 'PUBLIC_URL',
      what: `at ${publicUrl} everything travels readable`,
      todo: 'put a proxy with TLS before it and use its https:// address, or say ALLOW_HTTP=yes on a network that is closed',
    },
  ]
}

// Words of examples and of people in a hurry. By chance one of these six letters or more stands in a made secret once in
// tens of millions.
const wellKnown =
  /change.?me|secret|passw|default|example|weerklank|geheim|wachtwoord|12345678|abcdefgh|qwerty/i
/** A made secret of 32 characters has some 25 different ones; a hexadecimal one at most 16, hardly ever under 10. */
const differentAtLeast = 10

function givenSecret(secret: string): Exposure[] {
  const known = wellKnown.test(secret) || new Set(secret).size < differentAtLeast
  if (!known) return []
  const todo = 'make one, for example with: openssl rand -base64 32'
  return [{ setting: 'WEERKLANK_SECRET', what: 'it can be guessed', todo }]
}

function madeSecret(dataDir: string): Exposure[] {
  const open = (path: string, bits: number) => existsSync(path) && (statSync(path).mode & bits) !== 0
  const found: Exposure[] = []
  // As root others must be able to walk through the folder (the database runs as another user), but not to list it.
  if (open(dataDir, 0o006)) {
    const what = `the secret that signs sessions lies in ${dataDir}, which everybody on this machine can look in`
    found.push({ setting: 'WEERKLANK_SECRET', what, todo: `run: chmod o-rw ${dataDir}` })
  }
  const file = join(dataDir, secretFile)
  if (open(file, 0o077)) {
    const what = `others on this machine can read ${file}`
    found.push({ setting: 'WEERKLANK_SECRET', what, todo: `remove it, so that a new one is made` })
  }
  return found
}
