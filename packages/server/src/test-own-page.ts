/** A person with the link to her own page: opens its pages, sends its forms as a browser does. */

import type { Purpose } from '@weerklank/core/consent/consent'
import { consentEndpoints } from '@weerklank/core/consent/consent.contract'
import { personEndpoints, type RelationPerson } from '@weerklank/core/consent/person.contract'
import type { PersonId } from '@weerklank/core/shared/ids'
import { asMaintenance } from './access/accounts.ts'
import { askedVersion } from './test-consent.ts'
import { type BuiltRelation, buildRelation } from './test-factories.ts'
import { asMember, publicUrl } from './test-member.ts'
import type { Running } from './test-running.ts'

export type OwnReply = { status: number; headers: Headers; text: string }

/** The persons of a relation as the professional sees them. */
export async function personsIn(app: Running, relation: BuiltRelation): Promise<RelationPerson[]> {
  const params = { relation: relation.id }
  const { people } = await asMember(app, relation.by).call(personEndpoints.relationConsent, { params })
  return people
}

/** A link to someone's own page, made by the professional. */
export async function ownPageOf(app: Running, relation: BuiltRelation, person: PersonId) {
  const params = { relation: relation.id, person }
  const { url } = await asMember(app, relation.by).call(personEndpoints.makePersonLink, { params })
  return byOwnLink(app, url)
}

/** Keeps when someone was born and who her parents are. */
export async function keepFamily(
  app: Running,
  relation: BuiltRelation,
  of: {
    person: PersonId
    bornOn: string | null
    parents?: { person: PersonId; name: string; authority?: 'parent' | 'guardian' | 'none' }[]
  },
): Promise<RelationPerson> {
  const parents = (of.parents ?? []).map((one) => ({ authority: 'parent' as const, ...one }))
  return asMember(app, relation.by).call(personEndpoints.editPerson, {
    params: { relation: relation.id, person: of.person },
    body: { bornOn: of.bornOn, parents },
  })
}

/** What someone said aloud, written down by the professional. */
export async function speak(
  app: Running,
  relation: BuiltRelation,
  said: {
    person: PersonId
    purpose: Purpose
    yes: boolean
    by?: PersonId
    as?: 'self' | 'parent' | 'guardian'
  },
) {
  const { person, purpose, yes, by = person, as = 'self' } = said
  return asMember(app, relation.by).call(consentEndpoints.recordConsent, {
    params: { relation: relation.id, person },
    body: {
      ...{ id: app.world.newId(), purpose, decision: yes ? 'given' : 'refused' },
      ...{ textVersion: askedVersion(purpose) },
      ...{ readingLevel: 'parent', language: 'nl', method: 'spoken', decidedAs: as, decidedBy: by },
    },
  })
}

/** Requests by the link to one's own page, `http://…/p/<token>`. */
export function byOwnLink(app: Pick<Running, 'hono'>, url: string) {
  const path = new URL(url, publicUrl).pathname
  const send = async (method: string, below: string, body?: Record<string, string>): Promise<OwnReply> => {
    const headers = new Headers({ accept: 'text/html' })
    if (body !== undefined) headers.set('content-type', 'application/x-www-form-urlencoded')
    const response = await app.hono.request(publicUrl + path + below, {
      method,
      headers,
      body: body === undefined ? null : new URLSearchParams(body).toString(),
    })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  const get = (below = '') => send('GET', below)
  const post = (below: string, fields: Record<string, string> = {}) => send('POST', below, fields)
  /** The hidden fields of the first form of a page that posts where it stands. */
  const fieldsOf = async (below: string) => hiddenIn((await get(below)).text)
  return {
    path,
    get,
    post,
    fieldsOf,
    /** Reads a choice's page, answers its question, and follows to the page that says so. */
    async choose(below: string, answer: 'ja' | 'nee'): Promise<OwnReply> {
      const reply = await post(below, { ...(await fieldsOf(below)), keuze: answer })
      if (reply.status !== 303) throw new Error(`The choice was not taken: ${reply.status} ${reply.text}`)
      const next = new URL(reply.headers.get('location') ?? '', publicUrl)
      return send('GET', next.pathname.slice(path.length) + next.search)
    },
  }
}

export type OwnLink = ReturnType<typeof byOwnLink>

export function hiddenIn(page: string): Record<string, string> {
  const inputs = page.matchAll(/<input type="?hidden"? name="?([\w-]+)"? value="?([^\s">]*)/g)
  return Object.fromEntries([...inputs].map(([, name = '', value = '']): [string, string] => [name, value]))
}

/** What a person reads of a page: its text, without tags. */
export function readable(page: string): string {
  const body = page.slice(page.indexOf('<body'))
  return body
    .replace(/<[^>]*>/g, ' ')
    .replace(/&quot;|&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A mother who takes part, with the link to her own page. */
export async function buildMother(app: Running) {
  const participants = [{ name: 'Samira', voice: 'mother' as const, address: 'u' as const }]
  const relation = await buildRelation(app, { participants })
  const person = relation.client.id as string as PersonId
  return { relation, person, page: await ownPageOf(app, relation, person) }
}

/** What someone consented to, as it is stored: `research`, or `research (held)` while somebody still has to decide. */
export async function storedGrants(app: Running, person: PersonId): Promise<string[]> {
  const rows = await asMaintenance(app.owner, (trx) =>
    trx.selectFrom('consent_grant').select(['purpose', 'held_at']).where('person_id', '=', person).execute(),
  )
  return rows.map(({ purpose, held_at }) => (held_at === null ? purpose : `${purpose} (held)`)).sort()
}

/** How many answers of someone are in the material of research. */
export async function storedMaterial(app: Running, person: PersonId): Promise<number> {
  const rows = await asMaintenance(app.owner, (trx) =>
    trx.selectFrom('research_answer').select('id').where('person_id', '=', person).execute(),
  )
  return rows.length
}
