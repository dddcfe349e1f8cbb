/** A person of one test alone, made on the command line beside the running product, as an administrator does it. */
import { spawn } from 'node:child_process'
import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { CDPSession, Page } from '@playwright/test'
import { asOwner } from './database.ts'
import { expect, type Weerklank } from './weerklank.ts'

const program = fileURLToPath(new URL('../../packages/server/bin/weerklank.js', import.meta.url))

export type OwnPerson = { email: string; name: string; password: string; workspace: string }

/** Someone alone in a workspace of her own, as professional and administrator or as said, with a password and nothing else. */
export function ownPerson(
  weerklank: Weerklank,
  name: string,
  roles = 'professional,administrator',
): Promise<OwnPerson> {
  const mark = randomUUID().slice(0, 8)
  return addPerson(weerklank, { name, mark, roles, where: ['--new-workspace', `De Eik ${mark}`] })
}

/** Someone who works in the same workspace. */
export function ownColleague(
  weerklank: Weerklank,
  { workspace }: OwnPerson,
  as: { name: string; roles: string },
): Promise<OwnPerson> {
  const mark = randomUUID().slice(0, 8)
  return addPerson(weerklank, { ...as, mark, where: ['--workspace', workspace] })
}

type Adding = { name: string; mark: string; roles: string; where: [option: string, workspace: string] }

async function addPerson(weerklank: Weerklank, { name, mark, roles, where }: Adding): Promise<OwnPerson> {
  const password = `wandelen langs het water ${mark}`
  const person = { email: `${mark}@eik.example`, name, password, workspace: where[1] }
  const about = ['--email', person.email, '--name', name, '--password-stdin', '--role', roles]
  await runCommand(weerklank, ['user', 'add', ...about, ...where], `${password}\n`)
  return person
}

/** Runs a command of the product on the database of the running one and gives what it said; throws unless it ends well. */
export async function runCommand(
  weerklank: Weerklank,
  words: readonly string[],
  input = '',
): Promise<string> {
  const { DATABASE_URL: _, ...env } = process.env
  const child = spawn(process.execPath, [program, ...words, '--data', weerklank.dataDir], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(input)
  const said = text(child.stdout)
  const code = await new Promise((resolve) => child.once('exit', resolve))
  expect(code).toBe(0)
  return said
}

export async function signInByPassword(page: Page, { email, password }: OwnPerson): Promise<void> {
  const [second, third, fourth] = randomBytes(3)
  await page.setExtraHTTPHeaders({ 'x-forwarded-for': `10.${second}.${third}.${fourth}` })
  await page.getByLabel('E-mailadres').first().fill(email)
  await page.getByLabel('Wachtwoord', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
}

/** Makes it an hour ago that a person's sessions were used, or that she last proved who she is: what waiting would do. */
export async function anHourAgo(
  weerklank: Weerklank,
  { email }: OwnPerson,
  what: 'used' | 'proved',
): Promise<void> {
  await asOwner(weerklank, async (client) => {
    const column = what === 'used' ? '"lastSeenAt"' : '"provedAt"'
    await client.query(
      `update auth.session set ${column} = ${column} - interval '1 hour'
       where "userId" = (select id from auth."user" where email = $1)`,
      [email],
    )
  })
}

/**
 * What an authenticator app shows (RFC 6238), `steps` half minutes from now. Each code works once and the server takes the
 * next one too, so a second code within the same half minute is that of one step further.
 */
export function codeOf(secret: string, steps = 0): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps))
  const mac = createHmac('sha1', bytesOf(secret)).update(counter).digest()
  const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 0xf) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}

function bytesOf(secret: string): Buffer {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret.replaceAll(/\s/g, '')].map((one) =>
    letters.indexOf(one).toString(2).padStart(5, '0'),
  )
  const bytes = bits.join('').match(/.{8}/g) ?? []
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)))
}

/** A device that makes and shows passkeys, with a finger that is always on it. */
export type Finger = { takeAway: () => Promise<void>; putBack: () => Promise<void> }

export async function withFinger(page: Page): Promise<Finger> {
  const browser: CDPSession = await page.context().newCDPSession(page)
  await browser.send('WebAuthn.enable')
  const { authenticatorId } = await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
  const verified = (isUserVerified: boolean) =>
    browser.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
  return {
    takeAway: async () => void (await verified(false)),
    putBack: async () => void (await verified(true)),
  }
}
