/** Someone with an account of her own, as a browser with a cookie sees her pages. */
import type { PersonId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import { asMaintenance } from '../db/maintenance.ts'
import type { Mail } from '../mail/mail.ts'
import { publicUrl } from '../test-member.ts'
import { buildMother, hiddenIn, type OwnLink, type OwnReply } from '../test-own-page.ts'
import type { Running } from '../test-running.ts'

/** Requests with the session of someone, or with none. */
export function bySession(app: Pick<Running, 'hono'>, who: { cookie: string } | null) {
  const send = async (method: string, path: string, fields?: Record<string, string>): Promise<OwnReply> => {
    const headers = new Headers({ accept: 'text/html' })
    if (who !== null) headers.set('cookie', who.cookie)
    if (fields !== undefined) headers.set('content-type', 'application/x-www-form-urlencoded')
    const body = fields === undefined ? null : new URLSearchParams(fields).toString()
    const response = await app.hono.request(new URL(path, publicUrl).href, { method, headers, body })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  const get = (path: string) => send('GET', path)
  const post = (path: string, fields: Record<string, string> = {}) => send('POST', path, fields)
  return {
    get,
    post,
    /** Reads a choice's page and answers its question. */
    async choose(path: string, answer: 'ja' | 'nee'): Promise<void> {
      const reply = await post(path, { ...hiddenIn((await get(path)).text), keuze: answer })
      if (reply.status !== 303) throw new Error(`The choice was not taken: ${reply.status} ${reply.text}`)
    },
  }
}

export type Visitor = ReturnType<typeof bySession>

/** The code that stands on the page after asking. */
export function codeOn({ text }: { text: string }): string {
  const code = /class="box code"><b>(\d{4})<\/b>/.exec(text)?.[1]
  if (code === undefined) throw new Error(`No code on the page: ${text}`)
  return code
}

/** The link in the last mail. */
export function linkIn(mails: readonly Pick<Mail, 'text'>[]): string {
  const link = /http:\/\/\S+\/koppel\/\S+/.exec(mails.at(-1)?.text ?? '')?.[0]
  if (link === undefined) throw new Error('No link in the last mail')
  return link
}

/** Asks for an account on a page, follows the link in the mail, and is signed in. */
export async function linkAccount(
  app: Pick<Running, 'hono' | 'mails'>,
  page: OwnLink,
  email: string,
): Promise<Visitor> {
  const code = codeOn(await page.post('/account', { adres: email }))
  const reply = await bySession(app, null).post(linkIn(app.mails), { code })
  if (reply.status !== 303) throw new Error(`No account was made: ${reply.status} ${reply.text}`)
  const cookie = reply.headers.getSetCookie().map((one) => one.split(';')[0] ?? '')
  return bySession(app, { cookie: cookie.join('; ') })
}

/** Every test has an address of its own: the accounts of all are in one database. */
export const addressIn = (app: Pick<Running, 'workspace'>) => `samira.${app.workspace}@thuis.example`

/** Why the deeds of a kind were allowed, by whom and about whom, oldest first. */
export async function deedsOf(app: Running, action: string) {
  return asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('audit_event')
      .select(['actor', 'basis', 'person_id as person'])
      .where('workspace_id', '=', app.workspace)
      .where('action', '=', action)
      .orderBy('id')
      .execute(),
  )
}

/** How many accounts an address has. */
export async function usersCalled(app: Pick<Running, 'owner'>, address: string): Promise<number> {
  const { rows } = await sql<{ id: string }>`select id from auth."user" where email = ${address}`.execute(
    app.owner,
  )
  return rows.length
}

/** Where someone's page is for whoever signed in. */
export const pageOf = (app: Pick<Running, 'workspace'>, person: PersonId) =>
  `/mijn/${app.workspace}/${person}`

export type Mother = Awaited<ReturnType<typeof buildMother>>

/** A mother with an account, signed in. */
export async function buildHolder(app: Running) {
  const mother = await buildMother(app)
  const visitor = await linkAccount(app, mother.page, addressIn(app))
  return { ...mother, visitor, at: pageOf(app, mother.person) }
}
