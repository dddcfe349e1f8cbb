import { type Instrument, instrumentKey } from '@weerklank/core/feedback/instrument'
import { scoreOf } from '@weerklank/core/feedback/instrument.score'
import { echoWord } from '@weerklank/core/feedback/signal.words'
import type { RelationId, ResponseId } from '@weerklank/core/shared/ids'
import { dayMonth, type Instant, localDay } from '@weerklank/core/shared/time'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'
import * as own from './own-data.repository.ts'
import { answerInWords, enteredBy, type Instruments } from './own-data.ts'
import type { OwnPage } from './own-page.ts'

type Worded = ReturnType<typeof answerInWords>

/** An answer of hers as her own page shows it. */
export type OwnCheck = Worded & {
  id: ResponseId
  answeredAt: Instant
  echoes: { agreement: string; answer: string }[]
  /** Names of those whom she lets read it; null is every one. */
  readers: string[] | null
  /** Whether there is something to choose: who reads half a mutual picture was told beforehand. */
  mayChoose: boolean
  /** Who typed it over from paper; empty when she left. */
  enteredBy?: string
  score: number | null
}

/** Her answers to one instrument, oldest first. */
export type OwnLine = { instrument: Instrument; checks: OwnCheck[] }

export type OwnAgreement = {
  text: string
  madeAt: Instant
  isEnded: boolean
  /** What she said when it was asked back. */
  cameBack: { answer: string; at: Instant }[]
}

/** What she answered and agreed in one collaboration. */
export type OwnCollaboration = { title: string; lines: OwnLine[]; agreements: OwnAgreement[] }

/**
 * Her own answers and what was agreed with her, of each collaboration where there is something to tell. Only what is hers is
 * in reach of her page; what was asked and not answered is not told: nobody need explain a silence to herself.
 */
export async function ownChecksOf(
  trx: Trx,
  page: OwnPage,
  instruments: Instruments,
): Promise<OwnCollaboration[]> {
  const places = page.places.map((place) => place.id)
  const { relations } = page.context
  const loaded: Loaded = {
    answers: await own.answersOf(trx, places),
    agreements: await own.agreementsOf(trx, places),
    echoes: await own.echoesOf(trx, places),
    people: await own.peopleIn(trx, relations),
    halves: new Set(await halvesIn(trx, relations)),
  }
  const all = await own.relationsOf(trx, relations)
  return all
    .map(({ id, title }) => ({
      // A title may say more than she knows.
      title: namesIn(loaded, id) || title,
      lines: linesOf(page, { loaded, instruments, relation: id }),
      agreements: agreementsIn(page, loaded, id),
    }))
    .filter(({ lines, agreements }) => lines.length + agreements.length > 0)
}

const namesIn = ({ people }: Loaded, relation: RelationId) =>
  people
    .filter((one) => one.relation_id === relation && one.member_id !== null)
    .map(({ name }) => name)
    .join(', ')

type Loaded = {
  answers: own.OwnAnswer[]
  agreements: Awaited<ReturnType<typeof own.agreementsOf>>
  echoes: own.OwnEcho[]
  people: own.Other[]
  halves: ReadonlySet<ResponseId>
}

async function halvesIn(trx: Trx, relations: readonly RelationId[]): Promise<ResponseId[]> {
  const rows = await trx
    .selectFrom('mutual_picture')
    .select('response_id')
    .where('relation_id', '=', anyOf(relations))
    .execute()
  return rows.map((row) => row.response_id)
}

type Source = { loaded: Loaded; instruments: Instruments; relation: RelationId }

/** One line per instrument, whatever its version, in the order in which they were first answered. */
function linesOf(page: OwnPage, { loaded, instruments, relation }: Source): OwnLine[] {
  const lines = new Map<string, OwnLine>()
  const colleagues = loaded.people.filter((one) => one.relation_id === relation && one.member_id !== null)
  for (const row of loaded.answers) {
    if (row.relation_id !== relation) continue
    const key = instrumentKey({ id: row.instrument_id, version: row.instrument_version })
    const instrument = instruments.get(key)
    if (instrument === undefined) continue
    const line = lines.get(row.instrument_id) ?? { instrument, checks: [] }
    lines.set(row.instrument_id, {
      instrument,
      checks: [
        ...line.checks,
        {
          ...answerInWords(page, { row, instrument, colleagues }),
          id: row.id,
          answeredAt: row.answered_at,
          echoes: echoesIn(page, loaded, row.id),
          score: scoreOf(instrument, row.answers),
          readers: readersOf(row, colleagues),
          mayChoose: !loaded.halves.has(row.id),
          ...enteredBy(row, colleagues),
        },
      ],
    })
  }
  return [...lines.values()]
}

function readersOf({ readers }: own.OwnAnswer, colleagues: readonly own.Other[]): string[] | null {
  return readers === null
    ? null
    : colleagues.flatMap(({ member_id, name }) =>
        member_id !== null && readers.includes(member_id) ? [name] : [],
      )
}

function echoesIn(page: OwnPage, { echoes, agreements }: Loaded, response: ResponseId) {
  return echoes
    .filter((echo) => echo.response_id === response)
    .map(({ agreement_id, answer }) => ({
      agreement: agreements.find(({ id }) => id === agreement_id)?.body ?? '',
      answer: echoWord(answer, page.listener.language),
    }))
}

function agreementsIn(page: OwnPage, { agreements, echoes }: Loaded, relation: RelationId): OwnAgreement[] {
  return agreements
    .filter(({ relation_id }) => relation_id === relation)
    .map(({ id, body, made_at, ended_at }) => ({
      text: body,
      madeAt: made_at,
      isEnded: ended_at !== null,
      cameBack: echoes
        .filter(({ agreement_id }) => agreement_id === id)
        .map(({ answer, at }) => ({ answer: echoWord(answer, page.listener.language), at })),
    }))
    .reverse()
}

/** A day with its year, as her page says it. */
export function dayOn({ listener, workspace }: OwnPage, at: Instant): string {
  return `${dayMonth(at, listener.language, workspace.timeZone)} ${localDay(at, workspace.timeZone).slice(0, 4)}`
}
