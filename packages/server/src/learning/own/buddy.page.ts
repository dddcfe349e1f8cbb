import { dayParts, goalThemes, type HalfDay, meetWays, weekdays } from '@weerklank/core/learning/buddy'
import { talkSteps, talkTopics } from '@weerklank/core/learning/buddy.task'
import { dayWord, listed, partWord, themeWord } from '@weerklank/core/learning/buddy.words'
import { respondLanguages } from '@weerklank/core/shared/language'
import { fill } from '@weerklank/core/shared/spoken'
import { clock, type Day, dayMonth, weekdayDate } from '@weerklank/core/shared/time'
import { type Html, html } from '../../http/html.ts'
import { boxesField, lineField, radioField, type Told, type Typed, toldBox } from '../../http/own-fields.ts'
import { buddyBelow } from '../buddy.letter.ts'
import type { OwnBuddies, OwnBuddy } from './buddy.read.ts'
import { type BuddyWords, buddyWordsFor } from './buddy.text.ts'
import { learnerDocument, to } from './own.frame.ts'
import type { OwnLearner } from './own.section.ts'

export type BuddyPage = {
  page: OwnLearner
  own: OwnBuddies
  today: Day
  told: Told
  /** What stood in a form that has to be mended. */
  typed: Typed
}

type Piece = BuddyPage & { words: BuddyWords }

/** My buddy: who, why, what we do, when, that we met; and what suits me. */
export function buddyPage(of: BuddyPage): string {
  const { page } = of
  const words = buddyWordsFor(page.listener)
  const piece = { ...of, words }
  return learnerDocument(
    { listener: page.listener, workspace: page.workspace.name, root: page.root },
    {
      title: words.title,
      below: buddyBelow,
      main: html`<h1>${words.title}</h1>${toldBox(of.told)}${who(piece)}${task(piece)}${met(piece)}${wishes(piece)}${notWith(piece)}${before(piece)}`,
    },
  )
}

/** `Ans en Bob`; whoever was deleted has no name any more. */
export function namesOf(
  buddies: readonly OwnBuddy[],
  { words, page }: Pick<Piece, 'words' | 'page'>,
): string {
  if (buddies.length === 0) return words.someone
  return listed(
    buddies.map(({ name }) => name),
    page.listener.language,
  )
}

function who(piece: Piece): Html {
  const { own, words, page } = piece
  const { pair } = own
  if (page.trajectory.status === 'ended') return html`<p>${words.ended}</p>`
  if (pair === null) {
    const alone = own.before[0]?.row.end_reason === 'alone'
    return alone ? html`<p>${words.alone}</p>` : html`<p>${words.none} ${words.noneHow}</p>`
  }
  const there = pair.buddies.filter((one) => one.takesPart)
  if (there.length === 0) return html`<p class="box">${words.stopped}</p>`
  const works = there.filter(({ work }) => work !== '')
  const sentence = fill(there.length > 1 ? words.withMore : words.with, { names: namesOf(there, piece) })
  return html`<p><b>${sentence}</b></p>${
    works.length === 0
      ? null
      : html`<ul>${works.map(({ name, work }) => html`<li>${fill(words.works, { name, work })}</li>`)}</ul>`
  }<h2>${words.why}</h2><ul>${pair.why.map((line) => html`<li>${line}</li>`)}</ul><p class="box">${words.private}</p>`
}

function task(piece: Piece): Html | null {
  const { own, words, page } = piece
  const { pair } = own
  if (pair === null || pair.buddies.every((one) => !one.takesPart)) return null
  const { language } = page.listener
  const { timeZone } = page.workspace
  const last = pair.row.talks.at(-1)
  const day = last === undefined ? null : dayMonth(last, language, timeZone)
  const talks = pair.row.talks.map((at, index) => {
    const number = String(index + 1)
    const when = fill(words.when, {
      ...{ day: weekdayDate(at, language, timeZone), time: clock(at, language, timeZone) },
    })
    const label = fill(words.calendarOf, { number })
    return html`<li><p><b>${fill(words.talk, { number })}</b>: ${when}</p><p>${talkTopics[index]?.[language] ?? null}</p><p><a href="${to(page, `${buddyBelow}/gesprek/${number}`)}" aria-label="${label}">${words.calendar}</a></p></li>`
  })
  const steps = talkSteps(pair.buddies.length + 1).map(
    ({ minutes, text }) =>
      html`<li>${text[language]} <i>${fill(words.minutes, { count: String(minutes) })}</i></li>`,
  )
  return html`<section><h2>${words.task}</h2>${day === null ? null : html`<p>${fill(words.taskText, { day })}</p>`}<ul>${talks}</ul><p>${words.otherTime}</p><h3>${words.steps}</h3><ol>${steps}</ol><p>${words.sentence} <a href="${to(page, '/oefenen')}">${words.toPractice}</a></p></section>`
}

function met(piece: Piece): Html | null {
  const { own, words, page, today, told, typed } = piece
  if (own.pair === null || page.trajectory.status === 'ended') return null
  const { language } = page.listener
  const lines = own.met.map(({ day, own: isOwn }) => {
    const shown = weekdayDate(`${day}T12:00:00Z`, language, 'UTC')
    const remove = html`<form class="plain" method="post" action="${to(page, `${buddyBelow}/niet-gesproken`)}"><input type="hidden" name="dag" value="${day}"><button aria-label="${fill(words.metRemoveOf, { day: shown })}">${words.metRemove}</button></form>`
    return html`<li>${shown}${isOwn ? remove : null}</li>`
  })
  const list = lines.length === 0 ? null : html`<h3>${words.metList}</h3><ul>${lines}</ul>`
  return html`<section><h2>${words.met}</h2><form method="post" action="${to(page, `${buddyBelow}/gesproken`)}">${lineField(
    { name: 'dag', label: words.metWhen, value: typed.get('dag') ?? today, type: 'date', told },
  )}<button class="go">${words.metDo}</button></form>${list}</section>`
}

/** How a language calls itself. */
const languageNames: Readonly<Record<(typeof respondLanguages)[number], string>> = {
  ...{ nl: 'Nederlands', en: 'English', tr: 'Türkçe', ar: 'العربية', uk: 'Українська', pl: 'Polski' },
}

function wishes({ own, words, page, told, typed }: Piece): Html | null {
  if (page.trajectory.status === 'ended') return null
  const { wish } = own
  const { language } = page.listener
  const wants = wish === undefined ? '' : wish.wants ? 'ja' : 'nee'
  const languages = wish?.languages ?? [page.learner.language]
  return html`<section><h2>${words.wishes}</h2><p>${words.wishesWhy}</p><form method="post" action="${to(page, `${buddyBelow}/wensen`)}">
${radioField({
  name: 'wil',
  label: words.wants,
  value: wants === '' ? 'ja' : wants,
  choices: [
    { value: 'ja', label: words.yes },
    { value: 'nee', label: words.no },
  ],
})}
${boxesField({ name: 'thema', label: words.themes, choices: goalThemes.map((one) => ({ value: one, label: themeWord(one, language), isChosen: wish?.themes.includes(one) === true })) })}
${hours(wish?.half_days ?? [], { words, page })}
${boxesField({ name: 'hoe', label: words.ways, choices: meetWays.map((one) => ({ value: one, label: words[one], isChosen: wish?.ways.includes(one) === true })) })}
${lineField({ name: 'plek', label: words.region, hint: words.regionHint, value: typed.get('plek') ?? wish?.region ?? '', told })}
${boxesField({ name: 'taal', label: words.languages, choices: respondLanguages.map((one) => ({ value: one, label: languageNames[one], isChosen: languages.includes(one) })) })}
<button class="go">${words.keep}</button></form></section>`
}

/** Parts of the week, each with its own name for who does not see the table. */
function hours(chosen: readonly HalfDay[], { words, page }: Pick<Piece, 'words' | 'page'>): Html {
  const { language } = page.listener
  const head = dayParts.map((part) => html`<th scope="col">${partWord(part, language)}</th>`)
  const rows = weekdays.map((day) => {
    const cells = dayParts.map((part) => {
      const name = `${dayWord(day, language)} ${partWord(part, language)}`
      const value: HalfDay = `${day}-${part}`
      return html`<td><input type="checkbox" name="tijd" value="${value}" aria-label="${name}"${chosen.includes(value) ? html` checked` : null}></td>`
    })
    return html`<tr><th scope="row">${dayWord(day, language)}</th>${cells}</tr>`
  })
  return html`<fieldset><legend>${words.halfDays}</legend><div class="wide"><table class="hours"><thead><tr><td></td>${head}</tr></thead><tbody>${rows}</tbody></table></div></fieldset>`
}

function notWith({ own, words, page, told, typed }: Piece): Html | null {
  if (page.trajectory.status === 'ended') return null
  const lines = own.avoids.map(
    ({ tie, name }) =>
      html`<li>${name}<form class="plain" method="post" action="${to(page, `${buddyBelow}/liever-niet/${tie.id}/weg`)}"><button aria-label="${fill(words.notWithRemoveOf, { name })}">${words.notWithRemove}</button></form></li>`,
  )
  return html`<section><h2>${words.notWith}</h2><p>${words.notWithWhy}</p>${lines.length === 0 ? null : html`<ul>${lines}</ul>`}<form method="post" action="${to(page, `${buddyBelow}/liever-niet`)}">${lineField(
    { name: 'naam', label: words.notWithName, value: typed.get('naam') ?? '', told },
  )}<button class="go">${words.notWithAdd}</button></form></section>`
}

function before(piece: Piece): Html | null {
  const { own, words, page } = piece
  if (own.before.length === 0) return null
  const lines = own.before.map(({ row, buddies }) => {
    const from = dayMonth(`${row.formed_on ?? ''}T12:00:00Z`, page.listener.language, 'UTC')
    return html`<li>${fill(words.beforeLine, { names: namesOf(buddies, piece), from })}</li>`
  })
  return html`<section><h2>${words.before}</h2><ul>${lines}</ul></section>`
}
