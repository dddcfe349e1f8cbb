import { consentMethodWord, purposeWord } from '@weerklank/core/consent/purpose.words'
import type { MyData } from '@weerklank/core/ownership/my-data.contract'
import type { Language } from '@weerklank/core/shared/language'
import { clock, dayMonth, type Instant, localDay } from '@weerklank/core/shared/time'
import type { MemberSession } from '../access/access.ts'
import { type Html, html } from '../http/html.ts'

const words = {
  nl: {
    title: 'Mijn gegevens',
    account: 'Account en apparaten',
    secondFactor: 'Tweede stap sinds',
    collaborations: 'Waar ik meedoe',
    choices: 'Wat ik koos',
    decisions: { given: 'ja', refused: 'nee', withdrawn: 'gestopt' },
    notes: 'Mijn werkaantekeningen',
    deeds: 'Wat ik het laatste jaar deed',
    cut: 'Er is meer: dit zijn de laatste keren.',
  },
  en: {
    title: 'My data',
    account: 'Account and devices',
    secondFactor: 'Second step since',
    collaborations: 'Where I take part',
    choices: 'What I chose',
    decisions: { given: 'yes', refused: 'no', withdrawn: 'stopped' },
    notes: 'My working notes',
    deeds: 'What I did in the last year',
    cut: 'There is more: these are the latest times.',
  },
}

/** The same as the data, to read and keep; it fetches nothing. */
export function myDataPage(data: MyData, session: MemberSession): string {
  const { language } = session.member
  const text = words[language]
  const moment = momentIn(language, session.workspace.timeZone)
  const { name, roles, organisation } = data.member
  const lines = (title: string, items: readonly Html[]) =>
    html`<section><h2>${title}</h2><ul>${items.map((item) => html`<li>${item}</li>`)}</ul></section>`
  const page = html`<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${text.title}</title></head><body><main>
    <h1>${text.title}</h1><p>${name}, ${roles.join(', ')} ${organisation} – ${data.workspace} – ${moment(data.madeAt)}</p>
    ${lines(text.account, accountLines(data, text.secondFactor, moment))}
    ${lines(
      text.collaborations,
      data.collaborations.map((one) => html`${one.title}: ${one.name}, ${moment(one.since)}`),
    )}
    ${lines(text.choices, choiceLines(data, language, moment))}
    ${lines(
      text.notes,
      data.workingNotes.map((note) => html`${moment(note.changedAt)}: ${note.text}`),
    )}
    ${lines(
      text.deeds,
      data.deeds.map((deed) => html`${moment(deed.at)}: ${deed.inWords}`),
    )}${data.deedsAreCut ? html`<p>${text.cut}</p>` : null}
    </main></body></html>`
  return page.text
}

type Moment = (at: Instant) => string

function momentIn(language: Language, timeZone: string): Moment {
  return (at) =>
    `${dayMonth(at, language, timeZone)} ${localDay(at, timeZone).slice(0, 4)}, ${clock(at, language, timeZone)}`
}

function accountLines({ account, programs }: MyData, secondFactor: string, moment: Moment): Html[] {
  const known = programs.tokens.map((one) => html`${one.name}: ${moment(one.madeAt)} – ${moment(one.until)}`)
  const told = programs.told.map((one) => html`${new URL(one.address).host}: ${moment(one.madeAt)}`)
  if (account === null) return [...known, ...told]
  const since = account.secondFactorSince
  return [
    html`${account.email}`,
    ...(since === null ? [] : [html`${secondFactor} ${moment(since)}`]),
    ...account.passkeys.map((one) => html`${one.name}: ${moment(one.madeAt)}`),
    ...account.sessions.map(({ device, startedAt, lastUsedAt }) => {
      const what = [device.browser, device.system].filter((one) => one !== null).join(', ')
      return html`${what} ${moment(startedAt)} – ${moment(lastUsedAt)}`
    }),
    ...known,
    ...told,
  ]
}

function choiceLines(data: MyData, language: Language, moment: Moment): Html[] {
  return data.choices.map((one) => {
    const said = words[language].decisions[one.decision]
    return html`${moment(one.at)}: ${purposeWord(one.purpose, language)}: ${said} (${consentMethodWord(one.method, language)}, ${one.textVersion})`
  })
}
