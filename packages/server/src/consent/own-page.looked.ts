import { lookedAtWords } from '@weerklank/core/audit/looked-at.words'
import type { LookedAt } from '@weerklank/core/audit/shown'
import { clock, dayMonth, type Instant } from '@weerklank/core/shared/time'
import { lookedAtMe } from '../audit/audit.ts'
import { setContext } from '../db/context.ts'
import { type Html, html } from '../http/html.ts'
import type { Trx } from '../schema.ts'
import { type OwnFrame, ownDocument } from './own-page.frame.ts'
import { ownWordsFor } from './own-page.text.ts'
import type { OwnPage } from './own-page.ts'

/** Who looked at what is about whoever's page this is, newest first; what she did herself is left out. */
export async function lookedOf(
  trx: Trx,
  page: OwnPage,
  limit: number,
): Promise<{ lines: LookedLine[]; more: boolean }> {
  await setContext(trx, { ...page.context, purpose: 'access' })
  const { lines, more } = await lookedAtMe(trx, {
    person: page.family.person.id,
    participants: page.places.map((place) => place.id),
    relations: page.context.relations,
    timeZone: page.workspace.timeZone,
    limit,
  })
  await setContext(trx, page.context)
  // But for a way in that somebody with her link made: she is to know of each.
  const others = lines.filter((line) => line.who !== 'self' || line.action === 'own-page.linked')
  return { lines: lookedLines(others, page), more }
}

/** A look in words. */
export type LookedLine = { at: Instant; day: string; time: string; what: string; why: string }

function lookedLines(looked: readonly LookedAt[], page: OwnPage): LookedLine[] {
  const { listener } = page
  const { language } = listener
  const { timeZone } = page.workspace
  return looked.map((line) => ({
    at: line.at,
    day: dayMonth(line.at, language, timeZone),
    time: clock(line.at, language, timeZone),
    ...lookedAtWords(line, listener),
  }))
}

/** Looks of one day that were allowed for the same reason stand together, so that the reason is read once. */
function together(lines: readonly LookedLine[]): { day: string; why: string; looks: LookedLine[] }[] {
  const groups: { day: string; why: string; looks: LookedLine[] }[] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last?.day === line.day && last.why === line.why) last.looks.push(line)
    else groups.push({ day: line.day, why: line.why, looks: [line] })
  }
  return groups
}

/** The page that tells who looked. */
export function lookedPage(
  frame: OwnFrame,
  { lines, more, along }: { lines: readonly LookedLine[]; more: boolean; along: Html | null },
): string {
  const words = ownWordsFor(frame.listener)
  const items = together(lines).map(
    ({ day, why, looks }) =>
      html`<li><p><i>${day}</i></p>${looks.map(({ time, what }) => html`<p><i>${time}</i> <b>${what}</b></p>`)}<p>${why}</p></li>`,
  )
  const list = items.length === 0 ? html`<p>${words.nobodyLooked}</p>` : html`<ul>${items}</ul>`
  return ownDocument(frame, {
    title: words.looked,
    below: '/wie-keek',
    main: html`<h1>${words.looked}</h1><p>${words.lookedIntro}</p>${along}${list}${more ? html`<p>${words.lookedMore}</p>` : null}`,
  })
}
