import type { Purpose } from '@weerklank/core/consent/consent'
import { purposes } from '@weerklank/core/consent/consent'
import { newestText, wordingOf } from '@weerklank/core/consent/consent-text'
import {
  consentMethodWord,
  consentStateWord,
  deciderRoleWord,
  purposeWord,
} from '@weerklank/core/consent/purpose.words'
import type { Instrument } from '@weerklank/core/feedback/instrument'
import { echoWord, outcomeWord, ruleName } from '@weerklank/core/feedback/signal.words'
import type { RelationId } from '@weerklank/core/shared/ids'
import { type Listener, say } from '@weerklank/core/shared/spoken'
import { setContext } from '../db/context.ts'
import { ownAtTables } from '../dialogue/dialogue.ts'
import { ownLearning } from '../learning/learning.ts'
import type { Trx } from '../schema.ts'
import { ownInCircles } from '../team/team.ts'
import { type EventRow, eventsOf } from './consent.repository.ts'
import { statusOf } from './consent.status.ts'
import { loadAround } from './own-data.around.ts'
import { type Asked, askedOf, formAsked, formInWords, planOf } from './own-data.asked.ts'
import * as own from './own-data.repository.ts'
import { type OwnStrain, strainInWords, strainOf } from './own-data.strain.ts'
import { lookedOf } from './own-page.looked.ts'
import { ownWordsFor } from './own-page.text.ts'
import type { OwnPage } from './own-page.ts'
import { requestsBy } from './request.repository.ts'

export type Instruments = ReadonlyMap<string, Instrument>

/** Everything about a person, as she takes it along: in words that can be read, and as data. */
export type OwnData = Awaited<ReturnType<typeof loadOwnData>>

type Loaded = {
  answers: own.OwnAnswer[]
  echoes: own.OwnEcho[]
  signals: own.OwnSignal[]
  agreements: Awaited<ReturnType<typeof own.agreementsOf>>
  invitations: Awaited<ReturnType<typeof own.invitationsOf>>
  notes: Awaited<ReturnType<typeof own.notesIn>>
  contacts: Awaited<ReturnType<typeof own.contactsIn>>
  strain: OwnStrain[]
  asked: Asked
  people: own.Other[]
}

/** How many looks of others one file holds. */
const lookedAtMost = 5_000

/** Loads everything about whoever's page this is. Answers of others are not in reach, and not in it. */
export async function loadOwnData(trx: Trx, page: OwnPage, instruments: Instruments) {
  const person = page.family.person
  const events = await eventsOf(trx, [person.id])
  const relations = await own.relationsOf(trx, page.context.relations)
  const loaded = await loadAll(trx, page)
  const looked = await lookedOf(trx, page, lookedAtMost)
  return {
    madeAt: page.now,
    purpose: 'own-data' as const,
    workspace: page.workspace.name,
    person: { name: page.name, bornOn: person.born_on },
    choices: purposes.map((purpose) => choiceOf(page, events, purpose)),
    collaborations: relations.map((relation) => collaborationOf(page, { relation, loaded, instruments })),
    research: await own.researchOf(trx, person.id),
    requests: (await requestsBy(trx, person.id)).map(({ kind, body, at, outcome, answer, asked_by }) => ({
      ...{ kind, text: body, at, outcome, answer },
      askedBy: asked_by === person.id ? ('self' as const) : ('parent' as const),
    })),
    receipts: await own.receiptsOf(trx, person.id),
    meetings: await ownAtTables(trx, { context: page.context, person: person.id, listener: page.listener }),
    learning: await ownLearning(trx, { context: page.context, person: person.id, listener: page.listener }),
    circles: await ownInCircles(
      trx,
      page.places.map(({ id }) => id),
      page.listener.language,
    ),
    ...(await loadAround(trx, page)),
    whoLooked: looked.lines.map(({ at, what, why }) => ({ at, what, why })),
    /** Whether there was more than one file holds. */
    whoLookedIsCut: looked.more,
  }
}

async function loadAll(trx: Trx, page: OwnPage): Promise<Loaded> {
  const places = page.places.map((place) => place.id)
  const { relations } = page.context
  const loaded = {
    answers: await own.answersOf(trx, places),
    echoes: await own.echoesOf(trx, places),
    signals: await own.signalsOf(trx, places),
    agreements: await own.agreementsOf(trx, places),
    invitations: await own.invitationsOf(trx, places),
    people: await own.peopleIn(trx, relations),
    asked: await askedOf(trx, page),
  }
  await setContext(trx, { ...page.context, purpose: 'access' })
  const notes = await own.notesIn(trx, relations)
  const contacts = await own.contactsIn(trx, relations)
  const strain = await strainOf(trx, places)
  await setContext(trx, page.context)
  return { ...loaded, notes, contacts, strain }
}

function choiceOf(page: OwnPage, all: readonly EventRow[], purpose: Purpose) {
  const { language } = page.listener
  const events = all.filter((row) => row.purpose === purpose)
  const hand = { workspace: page.workspace }
  const { state } = statusOf({ deps: page.deps, hand, family: page.family, events, at: page.now }, purpose)
  const newest = newestText(page.deps.consentTexts.values(), purpose)
  return {
    purpose,
    name: purposeWord(purpose, language),
    state,
    stateInWords: consentStateWord(state, language),
    decisions: events.map((row) => {
      const text = page.deps.consentTexts.get(`${purpose}@${row.text_version}`) ?? newest
      return {
        decision: row.decision,
        at: row.at,
        as: deciderRoleWord(row.decided_as, language),
        how: consentMethodWord(row.method, language),
        textVersion: row.text_version,
        text: wordingOf(text, row.reading_level, row.language),
      }
    }),
  }
}

type Collaboration = { relation: own.OwnRelation; loaded: Loaded; instruments: Instruments }

function collaborationOf(page: OwnPage, of: Collaboration) {
  const { relation, loaded } = of
  const here = <Row extends { relation_id: RelationId }>(rows: readonly Row[]) =>
    rows.filter((row) => row.relation_id === relation.id)
  const people = here(loaded.people)
  const { language } = page.listener
  return {
    title: relation.title,
    since: relation.started_at,
    purpose: relation.purpose,
    people: people.map((one) => one.name),
    answers: here(loaded.answers).map((row) => answerOf(page, of, row)),
    agreements: here(loaded.agreements).map((row) => ({
      text: row.body,
      madeAt: row.made_at,
      endedAt: row.ended_at,
      echoes: loaded.echoes
        .filter((echo) => echo.agreement_id === row.id)
        .map(({ answer, at }) => ({ answer, inWords: echoWord(answer, language), at })),
    })),
    asked: here(loaded.invitations).map((row) => ({
      sentAt: row.sent_at,
      until: row.expires_at,
      withdrawnAt: row.revoked_at,
      answered: loaded.answers.some((answer) => answer.id === row.response_id),
    })),
    signals: here(loaded.signals).map((row) => ({
      rule: row.rule,
      inWords: ruleName(row.rule, language),
      openedAt: row.opened_at,
      closed: row.outcome === null ? null : outcomeWord(row.outcome, language),
      note: row.note,
    })),
    strain: here(loaded.strain).map((row) => strainInWords(row, language)),
    ...askedIn(page, of),
    ...toldOf(page, { people, notes: here(loaded.notes), contacts: here(loaded.contacts) }),
  }
}

/** How she is asked by itself, and what she answered to forms. */
function askedIn(page: OwnPage, { relation, loaded: { asked, people } }: Collaboration) {
  const colleagues = people.filter((one) => one.relation_id === relation.id && one.member_id !== null)
  const plan = asked.plans.find((row) => row.relation_id === relation.id)
  return {
    plan: plan === undefined ? null : planOf(plan, asked.notices),
    forms: asked.forms
      .filter((row) => row.relation_id === relation.id)
      .map((row) => ({ ...formInWords(row, page), ...enteredBy(row, colleagues) })),
    formsAsked: asked.formsAsked.filter((row) => row.relation_id === relation.id).map(formAsked),
  }
}

/**
 * Notes and what was said at contacts may be about others too: they are hers where she is the only client, and what she
 * told herself always is. Of the rest she hears that it is there, and whom to ask.
 */
function toldOf(page: OwnPage, of: { people: own.Other[] } & Pick<Loaded, 'notes' | 'contacts'>) {
  const clients = new Set(of.people.filter((one) => one.member_id === null).map((one) => one.person_id))
  const isOnly = clients.size === 1 && clients.has(page.family.person.id)
  const names = new Set(
    of.people.filter((one) => one.person_id === page.family.person.id).map((one) => one.name),
  )
  const hers = of.notes.filter((note) => isOnly || names.has(note.told_by))
  const isMore = hers.length < of.notes.length || (!isOnly && of.contacts.some((one) => one.summary !== ''))
  const colleagues = of.people.filter((one) => one.member_id !== null).map((one) => one.name)
  const words = ownWordsFor(page.listener)
  const whom = colleagues.length === 0 ? words.helper : colleagues.join(', ')
  return {
    notes: hers.map(({ kind, body, told_by, at }) => ({ kind, text: body, toldBy: told_by, at })),
    contacts: of.contacts.map(({ kind, at, place, summary }) => ({
      ...{ kind, at, place },
      summary: isOnly ? summary : '',
    })),
    more: isMore ? words.notesElsewhere.replace('{names}', whom) : null,
  }
}

function answerOf(page: OwnPage, of: Collaboration, row: own.OwnAnswer) {
  const { loaded, instruments, relation } = of
  const key = `${row.instrument_id}@${row.instrument_version}`
  const echoes = loaded.echoes
    .filter((echo) => echo.response_id === row.id)
    .map((echo) => ({
      agreement: loaded.agreements.find((one) => one.id === echo.agreement_id)?.body ?? '',
      answer: echoWord(echo.answer, page.listener.language),
    }))
  const colleagues = loaded.people.filter((one) => one.relation_id === relation.id && one.member_id !== null)
  const wording = answerInWords(page, { row, instrument: instruments.get(key), colleagues })
  return { answeredAt: row.answered_at, instrument: key, ...wording, echoes, ...enteredBy(row, colleagues) }
}

/** Who typed it over from paper, by name; nothing where she answered by herself. */
export function enteredBy(
  row: Pick<own.OwnAnswer, 'entered_by'>,
  colleagues: readonly own.Other[],
): { enteredBy?: string } {
  if (row.entered_by === null) return {}
  return { enteredBy: colleagues.find(({ member_id }) => member_id === row.entered_by)?.name ?? '' }
}

/** An answer with the questions as they were asked. */
export function answerInWords(
  page: OwnPage,
  of: { row: own.OwnAnswer; instrument: Instrument | undefined; colleagues: readonly { name: string }[] },
) {
  const { row, instrument } = of
  const { listener } = page
  const helper = ownWordsFor(listener).helper
  const professional = of.colleagues.map((one) => one.name).join(', ') || helper
  const own = row.own_words === null ? {} : { own: row.own_words }
  const spoken = (text: Parameters<typeof say>[0]) => say(text, listener, { professional, ...own })
  return {
    items: (instrument?.items ?? []).map((item) => ({
      /** The word under the face that was chosen; null where the answer stands on a line. */
      said: sayOption(instrument, row.answers[item.id], listener),
      question: spoken(item.question),
      low: spoken(item.low),
      high: spoken(item.high),
      value: row.answers[item.id] ?? null,
      from: instrument?.scale.min ?? 0,
      to: instrument?.scale.max ?? 0,
    })),
    ...(row.drawing === null
      ? {}
      : { drawing: { question: spokenIn(instrument?.drawing, spoken), path: row.drawing } }),
    open: { question: spokenIn(instrument?.open, spoken), text: row.open_text },
  }
}

type Question = Instrument['open'] | undefined

const spokenIn = (asked: Question, spoken: (text: Instrument['open']['question']) => string) =>
  asked === undefined ? '' : spoken(asked.question)

function sayOption(
  instrument: Instrument | undefined,
  value: number | undefined,
  listener: Listener,
): string | null {
  const label = instrument?.options?.find((option) => option.value === value)?.label
  return label === undefined ? null : say(label, listener)
}
