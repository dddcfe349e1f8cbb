import type { Authority } from '@weerklank/core/consent/person'
import { fill } from '@weerklank/core/shared/spoken'
import type { Instant } from '@weerklank/core/shared/time'
import { type Html, html } from '../http/html.ts'
import type { Around } from './own-data.around.ts'
import type { OwnWords } from './own-page.text.ts'

type Moment = (at: Instant) => string

/** Family, links, files and emergencies, as the page to keep tells them; of each only where there is something. */
export function aroundBlock(around: Around, words: OwnWords, moment: Moment): Html {
  const authority = (one: Authority) => words[`authority.${one}`]
  const family = [
    ...around.family.parents.map((one) => [words.yourParent, one] as const),
    ...around.family.children.map((one) => [words.yourChild, one] as const),
  ].map(([who, one]) => html`<li>${who}: ${one.name || words.notNamed} (${authority(one.authority)})</li>`)
  const links = around.links.map(
    ({ madeAt, until, withdrawnAt }) =>
      html`<li>${moment(madeAt)} – ${moment(withdrawnAt === null || withdrawnAt > until ? until : withdrawnAt)}</li>`,
  )
  const files = around.researchFiles.map(({ title, madeAt, publishedAt, youStoppedAt }) => {
    const later = [
      publishedAt === null ? '' : fill(words.publishedOn, { day: moment(publishedAt) }),
      youStoppedAt === null ? '' : fill(words.stoppedOn, { day: moment(youStoppedAt) }),
    ]
    return html`<li>${moment(madeAt)}: ${title} ${later.join(' ')}</li>`
  })
  const emergencies = around.emergencies.map(
    ({ name, reason, at, until }) => html`<li>${moment(at)} – ${moment(until)}: ${name}. ${reason}</li>`,
  )
  const along = around.lookingAlong.map(
    ({ name, question, since, until }) =>
      html`<li>${moment(since)} – ${moment(until)}: ${name}. ${question}</li>`,
  )
  const account =
    around.account === null
      ? []
      : [html`<li>${around.account.email}: ${moment(around.account.linkedAt)}</li>`]
  const parts: [title: string, lines: Html[]][] = [
    [words.family, family],
    [words.filesWithYou, files],
    [words.emergencies, emergencies],
    [words.lookingAlong, along],
    [words.linksMade, links],
    [words.ownAccount, account],
  ]
  const filled = parts.filter(([, lines]) => lines.length > 0)
  return html`${filled.map(([title, lines]) => html`<section><h2>${title}</h2><ul>${lines}</ul></section>`)}`
}
