import type { Listener } from '@weerklank/core/shared/spoken'
import { fill, type Phrase, wordsTo } from '@weerklank/core/shared/spoken'
import { dayMonth } from '@weerklank/core/shared/time'
import { setContext } from '../../db/context.ts'
import { type AgreementNow, agreementsNow } from '../../feedback/feedback.ts'
import { type Html, html } from '../../http/html.ts'
import type { OwnCircle, OwnCircleSection } from './own.section.ts'

const nl = {
  agreements: 'Wat we afspraken',
  since: 'sinds {day}',
  ended: 'afgerond op {day}',
  changed: '{n} zeiden: er veranderde iets',
  'a-bit': '{n} zeiden: een beetje',
  'not-yet': '{n} zeiden: nog niet',
} as const satisfies Record<string, Phrase>
const en: Readonly<Record<keyof typeof nl, string>> = {
  agreements: 'What we agreed',
  since: 'since {day}',
  ended: 'rounded off on {day}',
  changed: '{n} said: something changed',
  'a-bit': '{n} said: a bit',
  'not-yet': '{n} said: not yet',
}
const wordsFor = (listener: Listener) => wordsTo({ nl, en }, listener)

/** What was agreed, and how it went since: the next meeting begins with it. */
export const agreementsSection: OwnCircleSection = {
  key: 'agreements',
  show: async (trx, page) => {
    // Counted by the program: of what others said she reads no more than how many.
    const { workspace } = page.context
    await setContext(trx, { workspace, actor: 'system', relations: [page.relation] })
    const all = await agreementsNow(trx, page.relation)
    await setContext(trx, page.context)
    if (all.length === 0) return null
    const words = wordsFor(page.listener)
    return html`<section><h2>${words.agreements}</h2><ul>${all.map((one) => line(page, one))}</ul></section>`
  },
}

function line(page: OwnCircle, { text, madeAt, endedAt, echoes }: AgreementNow): Html {
  const words = wordsFor(page.listener)
  const on = (at: string) => dayMonth(at, page.listener.language, page.workspace.timeZone)
  const standing =
    endedAt === null ? fill(words.since, { day: on(madeAt) }) : fill(words.ended, { day: on(endedAt) })
  const said = (['changed', 'a-bit', 'not-yet'] as const)
    .filter((answer) => echoes[answer] > 0)
    .map((answer) => fill(words[answer], { n: String(echoes[answer]) }))
  return html`<li>${text} <i>${[standing, ...said].join(' · ')}</i></li>`
}
