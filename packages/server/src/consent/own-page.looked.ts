import type { AuditBasis } from '@weerklank/core/audit/audit'
import type { PersonId, RelationId } from '@weerklank/core/shared/ids'
import { fill } from '@weerklank/core/shared/spoken'
import { clock, dayMonth, type Instant, localDay } from '@weerklank/core/shared/time'
import { setContext } from '../db/context.ts'
import { anyOf } from '../db/dialect.ts'
import { html } from '../http/html.ts'
import type { Trx } from '../schema.ts'
import { type OwnFrame, ownDocument } from './own-page.frame.ts'
import { type OwnWords, ownWordsFor } from './own-page.text.ts'
import type { OwnPage } from './own-page.ts'

/** Someone who looked at what is about a person: who, when, at what, and why that was allowed. */
export type Looked = {
  at: Instant
  actor: string
  name: string | null
  action: string
  basis: AuditBasis | ''
  roles: string
}

/** Who looked at what is about a person, newest first; what she did herself is left out. Asks for context `access`. */
export async function lookedAtMe(
  trx: Trx,
  of: { relations: readonly RelationId[]; person: PersonId; limit: number },
): Promise<Looked[]> {
  const rows = await trx
    .selectFrom('audit_event')
    .select(['at', 'actor', 'action', 'basis', 'roles'])
    .where(({ or, eb, and }) =>
      or([
        eb('person_id', '=', of.person),
        and([eb('person_id', 'is', null), eb('relation_id', '=', anyOf(of.relations))]),
      ]),
    )
    .where(({ or, eb }) => or([eb('kind', '=', 'R'), eb('basis', '=', 'emergency')]))
    .where('actor', '!=', `person:${of.person}`)
    .where('actor', 'not like', 'participant:%')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(of.limit)
    .execute()
  const names = await namesOf(
    trx,
    rows.map((row) => row.actor),
    of.relations,
  )
  return rows.map((row) => ({ ...row, name: names.get(row.actor) ?? null }))
}

/** How those who looked are called: a colleague as in the collaboration, a parent by her own name. */
async function namesOf(
  trx: Trx,
  actors: readonly string[],
  relations: readonly RelationId[],
): Promise<Map<string, string>> {
  const members = await trx
    .selectFrom('participant')
    .select(['member_id', 'name'])
    .where('relation_id', '=', anyOf(relations))
    .where('member_id', 'is not', null)
    .execute()
  const ids = actors.flatMap((actor) => (actor.startsWith('person:') ? [actor.slice(7)] : []))
  const persons =
    ids.length === 0
      ? []
      : await trx
          .selectFrom('person')
          .select(['id', 'name'])
          .where('id', '=', anyOf(ids as PersonId[]))
          .execute()
  return new Map([
    ...members.map((row): [string, string] => [row.member_id ?? '', row.name]),
    ...persons.map((row): [string, string] => [`person:${row.id}`, row.name]),
  ])
}

/** Who looked at what is about whoever's page this is. */
export async function lookedOf(trx: Trx, page: OwnPage, limit: number): Promise<Looked[]> {
  await setContext(trx, { ...page.context, purpose: 'access' })
  const looked = await lookedAtMe(trx, {
    relations: page.context.relations,
    person: page.family.person.id,
    limit,
  })
  await setContext(trx, page.context)
  return looked
}

const deeds: Readonly<Record<string, keyof OwnWords>> = {
  'relation.read': 'deed.page',
  'feedback.read': 'deed.answers',
  'consent.read': 'deed.choices',
  'request.read': 'deed.requests',
  'child-answers.read': 'deed.child',
}

/** One line of the page: the same look of the same person on one day is told once, with how often. */
export type LookedLine = { day: string; who: string; why: string; times: number; at: Instant }

/** The looks in words, newest first. */
export function lookedLines(looked: readonly Looked[], page: OwnPage): LookedLine[] {
  const words = ownWordsFor(page.listener)
  const { timeZone } = page.workspace
  const lines = new Map<string, LookedLine>()
  for (const look of looked) {
    const key = `${localDay(look.at, timeZone)} ${look.actor} ${look.action} ${look.basis}`
    const known = lines.get(key)
    if (known !== undefined) known.times++
    else lines.set(key, lineOf(look, page, words))
  }
  return [...lines.values()]
}

function lineOf(look: Looked, page: OwnPage, words: OwnWords): LookedLine {
  const { language } = page.listener
  const { timeZone } = page.workspace
  const deed = words[look.basis === 'emergency' ? 'deed.emergency' : (deeds[look.action] ?? 'deed.other')]
  return {
    at: look.at,
    day: `${dayMonth(look.at, language, timeZone)}, ${clock(look.at, language, timeZone)}`,
    who: fill(words.lookedAt, { name: look.name ?? words.colleague, deed }),
    why: look.basis === '' ? '' : words[`why.${look.basis}`],
    times: 1,
  }
}

/** The page that tells who looked. */
export function lookedPage(frame: OwnFrame, lines: readonly LookedLine[]): string {
  const words = ownWordsFor(frame.listener)
  const items = lines.map(({ day, who, why, times }) => {
    const often = times > 1 ? ` (${fill(words.times, { count: String(times) })})` : ''
    return html`<li><p><i>${day}</i></p><p><b>${who}</b>${often}</p><p>${why}</p></li>`
  })
  const list = items.length === 0 ? html`<p>${words.nobodyLooked}</p>` : html`<ul>${items}</ul>`
  return ownDocument(frame, {
    title: words.looked,
    below: '/wie-keek',
    main: html`<h1>${words.looked}</h1><p>${words.lookedIntro}</p>${list}`,
  })
}
