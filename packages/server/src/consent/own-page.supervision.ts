import { isSupervised } from '@weerklank/core/feedback/supervision'
import { fill } from '@weerklank/core/shared/spoken'
import { type Instant, weekdayDate } from '@weerklank/core/shared/time'
import { setContext } from '../db/context.ts'
import { anyOf } from '../db/dialect.ts'
import { type Html, html } from '../http/html.ts'
import type { Trx } from '../schema.ts'
import { lookingAlongWords } from './own-page.supervision.text.ts'
import type { OwnPage } from './own-page.ts'

/** With whom one of her collaborations is or was shared for supervision. */
export type LookingAlong = {
  name: string
  from: string
  question: string
  since: Instant
  /** When it ends, or ended. */
  until: Instant
  now: boolean
}

/** Who may look along in what is hers, and who might; the newest first. In the context of her own page. */
export async function lookingAlongOf(trx: Trx, page: OwnPage): Promise<LookingAlong[]> {
  await setContext(trx, { ...page.context, purpose: 'access' })
  const [rows, members] = [
    await trx
      .selectFrom('supervision_share')
      .select(['sharer_id', 'supervisor_id', 'question', 'shared_at', 'ends_at', 'ended_at'])
      .where('relation_id', '=', anyOf(page.context.relations))
      .orderBy('shared_at', 'desc')
      .orderBy('id')
      .execute(),
    await trx.selectFrom('member').select(['id', 'name']).execute(),
  ]
  await setContext(trx, page.context)
  const names = new Map(members.map(({ id, name }) => [id, name]))
  return rows.map((row) => {
    const ended = row.ended_at !== null && row.ended_at < row.ends_at ? row.ended_at : row.ends_at
    const times = { sharedAt: row.shared_at, endsAt: row.ends_at, endedAt: row.ended_at }
    return {
      ...{ name: names.get(row.supervisor_id) ?? '', from: names.get(row.sharer_id) ?? '' },
      ...{ question: row.question, since: row.shared_at, until: ended },
      now: isSupervised(times, page.now),
    }
  })
}

/** The part of her page that says so; nothing where nobody was asked. */
export function lookingAlongPart(page: OwnPage, all: readonly LookingAlong[]): Html | null {
  if (all.length === 0) return null
  const words = lookingAlongWords(page.listener)
  const day = (at: Instant) => weekdayDate(at, page.listener.language, page.workspace.timeZone)
  const items = all.map(({ name, from, question, since, until, now }) => {
    const said = fill(now ? words.may : words.might, { name, since: day(since), day: day(until) })
    return html`<li><p><b>${said}</b></p><p>${fill(words.asked, { from })} “${question}”</p></li>`
  })
  const isGoing = all.some(({ now }) => now)
  return html`<section><h2>${words.title}</h2><p>${words.reads}</p><p>${words.not}</p><ul>${items}</ul>
    ${isGoing ? html`<p>${words.stop}</p>` : null}</section>`
}
