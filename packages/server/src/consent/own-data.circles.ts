import { type Listener, wordsTo } from '@weerklank/core/shared/spoken'
import { type Html, html } from '../http/html.ts'
import type { OwnInCircle } from '../team/team.ts'

const nl = {
  circles: { u: 'Teams en netwerken waar u bij hoort', je: 'Teams en netwerken waar je bij hoort' },
  sides: { u: 'U sprak als', je: 'Je sprak als' },
  from: 'Vanaf',
  until: 'Tot',
  wrote: { u: 'Wat u schreef', je: 'Wat je schreef' },
} as const
const en: Readonly<Record<keyof typeof nl, string>> = {
  circles: 'Teams and networks to which you belong',
  sides: 'You spoke as',
  from: 'From',
  until: 'Until',
  wrote: 'What you wrote',
}

type Moment = (at: string) => string

/** To which teams and networks she belongs, from which side, and what she wrote there; nothing where there is none. */
export function circlesBlock(
  all: readonly OwnInCircle[],
  { listener, moment }: { listener: Listener; moment: Moment },
): Html | null {
  if (all.length === 0) return null
  const words = wordsTo({ nl, en }, listener)
  const block = ({ title, sides, joinedAt, leftAt, wrote }: OwnInCircle) => {
    const until = leftAt === null ? '' : ` ${words.until} ${moment(leftAt)}.`
    const texts =
      wrote.length === 0
        ? null
        : html`<p><b>${words.wrote}</b></p><ul>${wrote.map((text) => html`<li>${text}</li>`)}</ul>`
    return html`<h3><b>${title}</b></h3><p>${words.sides}: ${sides.join(', ')}. ${words.from} ${moment(joinedAt)}.${until}</p>${texts}`
  }
  return html`<section><h2>${words.circles}</h2>${all.map(block)}</section>`
}
