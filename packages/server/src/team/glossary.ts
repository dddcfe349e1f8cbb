import { createHash } from 'node:crypto'
import { AppError } from '@weerklank/core/shared/errors'
import type { ContributionId, GlossaryWordId, MeaningId, MeetingId } from '@weerklank/core/shared/ids'
import { type Day, localDay } from '@weerklank/core/shared/time'
import { glossaryLimits, mayAgreeOn, wordKey, wordState, wordsFromCards } from '@weerklank/core/team/glossary'
import type {
  AgreedMeaning,
  Glossary,
  GlossaryMeaning,
  GlossaryWord,
} from '@weerklank/core/team/glossary.contract'
import { tablesNamed, tablesOf, wordCards } from '../dialogue/dialogue.ts'
import type { Trx } from '../schema.ts'
import { type AtCircle, mayWriteAt, todayAt, withinCircle, writerAt } from './circle.at.ts'
import * as repository from './glossary.repository.ts'

/** The glossary of a circle as one of its people reads it; the context is as it was afterwards. */
export async function loadGlossary(trx: Trx, at: AtCircle): Promise<Glossary> {
  const circle = at.circle.row.id
  const words = await repository.wordsOf(trx, circle)
  const meanings = await repository.meaningsOf(trx, circle)
  const agreed = await repository.agreedOf(trx, circle)
  const named = await tablesNamed(trx, at.context, [
    ...new Set(agreed.flatMap((one) => one.meeting_id ?? [])),
  ])
  const carried = carriedIn(words)
  const cards = await wordCards(trx, at.context, at.circle.row.relation_id)
  const tables = await tablesOf(trx, at.circle.row.relation_id)
  const shown = { at, meanings, agreed, titles: new Map([...named].map(([id, { title }]) => [id, title])) }
  return {
    words: words.map((word) => presentWord(word, shown)),
    waiting: wordsFromCards(cards, carried).map(({ word, cards: ids }) => ({
      word,
      cards: [...ids] as ContributionId[],
    })),
    meetings: tables
      .filter(({ status }) => status === 'ended' || status === 'live')
      .map(({ id, title, at: moment }) => ({ id, title, on: localDay(moment, at.workspace.timeZone) })),
    mayWrite: mayWriteAt(at),
    today: todayAt(at),
  }
}

const carriedIn = (words: readonly repository.WordRow[]): ReadonlySet<string> =>
  new Set(words.flatMap(({ card_ids }) => card_ids))

type Shown = {
  at: AtCircle
  meanings: readonly repository.MeaningRow[]
  agreed: readonly repository.AgreedRow[]
  titles: ReadonlyMap<MeetingId, string>
}

function presentWord(row: repository.WordRow, shown: Shown): GlossaryWord {
  const { me, keeps } = shown.at
  const meanings = shown.meanings.filter(({ word_id }) => word_id === row.id)
  const agreed = shown.agreed.filter(({ word_id }) => word_id === row.id)
  const ofOthers = meanings.filter(({ participant_id }) => participant_id !== me)
  const isHers = row.participant_id === me && me !== null
  return {
    ...{ id: row.id, word: row.word, state: wordState({ differs: row.differs, agreed }) },
    fromTable: row.participant_id === null,
    meanings: meanings.map((one) => presentMeaning(one, shown.at)),
    agreed: agreed.map((one) => presentAgreed(one, shown.titles)),
    mayRemove: (isHers || keeps) && agreed.length === 0 && ofOthers.length === 0,
  }
}

function presentMeaning(row: repository.MeaningRow, { circle, me, keeps }: AtCircle): GlossaryMeaning {
  const isMine = me !== null && row.participant_id === me
  const person = circle.people.find(({ participant_id }) => participant_id === row.participant_id)
  const sides = circle.sides.filter(({ id }) => person?.side_ids.includes(id)).map(({ name }) => name)
  return {
    ...{ id: row.id, text: row.body, isMine, mayRemove: isMine || (row.participant_id === null && keeps) },
    by: row.participant_id === null ? null : speakerOf(person, sides),
  }
}

/** Whoever is of the collaboration and not of the circle has no side there, and no name that the circle knows. */
function speakerOf(person: AtCircle['circle']['people'][number] | undefined, sides: string[]) {
  return { name: person?.name ?? '', voice: person?.voice ?? ('colleague' as const), sides }
}

function presentAgreed(row: repository.AgreedRow, titles: Shown['titles']): AgreedMeaning {
  const title = row.meeting_id === null ? undefined : titles.get(row.meeting_id)
  const meeting = row.meeting_id === null || title === undefined ? null : { id: row.meeting_id, title }
  return { seq: row.seq, text: row.body, on: row.agreed_on, meeting }
}

/** Puts a word in; the same once more changes nothing. A word that is there already is refused by its field. */
export async function addWord(
  trx: Trx,
  at: AtCircle,
  input: { id: GlossaryWordId; word: string },
): Promise<void> {
  const me = writerAt(at)
  await enforceRoom(trx, at)
  const isNew = await repository.insertWord(trx, {
    ...{ ...withinCircle(at), id: input.id, word: input.word, participant_id: me, card_ids: [] },
    ...{ differs: false, created_at: at.world.now() },
  })
  if (isNew) return
  const known = await repository.findWord(trx, at.circle.row.id, input.id)
  if (known === undefined || wordKey(known.word) !== wordKey(input.word)) {
    throw new AppError('invalid-input', { fields: { word: 'known' } })
  }
}

async function enforceRoom(trx: Trx, at: AtCircle): Promise<void> {
  const words = await repository.wordsOf(trx, at.circle.row.id)
  if (words.length >= glossaryLimits.words)
    throw new AppError('invalid-input', { fields: { word: 'too-many' } })
}

/** Takes over the words that came on cards, each card once; gives how many words are new. */
export async function carryCards(trx: Trx, at: AtCircle): Promise<number> {
  writerAt(at)
  const circle = at.circle.row.id
  const words = await repository.wordsOf(trx, circle)
  const cards = await wordCards(trx, at.context, at.circle.row.relation_id)
  const room = glossaryLimits.words - words.length
  let made = 0
  for (const { word, explained, cards: ids } of wordsFromCards(cards, carriedIn(words)).slice(0, room)) {
    const card_ids = [...ids] as ContributionId[]
    const id = at.world.newId<GlossaryWordId>()
    const row = { ...withinCircle(at), id, word, card_ids, differs: false, created_at: at.world.now() }
    if (!(await repository.insertWord(trx, { ...row, participant_id: null }))) {
      await repository.addCards(trx, { circle, word, cards: card_ids })
      continue
    }
    made += 1
    if (explained !== null) await handToTable(trx, at, { word: id, text: explained })
  }
  return made
}

type Said = { word: GlossaryWordId; text: string; from: 'me' | 'table' }

/** Keeps what she means by a word; handed to the table it has no author and no moment, and hers is gone. */
export async function giveMeaning(trx: Trx, at: AtCircle, { word, text, from }: Said): Promise<void> {
  const participant = writerAt(at)
  await wordIn(trx, at, word)
  if (from === 'me') {
    await repository.keepMeaning(trx, {
      ...{ ...withinCircle(at), id: at.world.newId<MeaningId>(), word_id: word, participant_id: participant },
      ...{ body: text, changed_at: at.world.now() },
    })
    return
  }
  await repository.deleteOwnMeaning(trx, { word, participant })
  await handToTable(trx, at, { word, text })
}

/** Under an identifier that follows from the words: it tells of no moment, and the same twice is there once. */
async function handToTable(trx: Trx, at: AtCircle, { word, text }: Omit<Said, 'from'>): Promise<void> {
  const hex = createHash('sha256').update(`nameless ${word} ${text}`).digest('hex')
  const id = hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5') as MeaningId
  const row = { ...withinCircle(at), id, word_id: word, participant_id: null, body: text, changed_at: null }
  await repository.keepForTable(trx, row)
}

async function wordIn(trx: Trx, at: AtCircle, id: GlossaryWordId): Promise<repository.WordRow> {
  const word = await repository.findWord(trx, at.circle.row.id, id)
  if (word === undefined) throw new AppError('not-found')
  return word
}

/** Says that people mean something else by a word, or do not any more. */
export async function sayDiffers(
  trx: Trx,
  at: AtCircle,
  { word, differs }: { word: GlossaryWordId; differs: boolean },
): Promise<void> {
  writerAt(at)
  await wordIn(trx, at, word)
  await repository.setDiffers(trx, word, differs)
}

export type Agreeing = {
  word: GlossaryWordId
  /** The agreed meaning that she saw while writing; 0: none. */
  base: number
  text: string
  on: Day
  meeting: MeetingId | null
}

/** Writes down what was agreed, beside what was agreed before; `conflict` when somebody wrote one since she looked. */
export async function agreeOn(
  trx: Trx,
  at: AtCircle,
  { word, base, text, on, meeting }: Agreeing,
): Promise<void> {
  writerAt(at)
  await wordIn(trx, at, word)
  if (on > todayAt(at)) throw new AppError('invalid-input', { fields: { on: 'in-future' } })
  if (meeting !== null) {
    const tables = await tablesOf(trx, at.circle.row.relation_id)
    if (!tables.some(({ id }) => id === meeting)) {
      throw new AppError('invalid-input', { fields: { meeting: 'unknown' } })
    }
  }
  const agreed = (await repository.agreedOf(trx, at.circle.row.id)).filter(({ word_id }) => word_id === word)
  const row = {
    ...withinCircle(at),
    word_id: word,
    seq: base + 1,
    body: text,
    agreed_on: on,
    meeting_id: meeting,
  }
  if (!mayAgreeOn(agreed, base).allowed || !(await repository.insertAgreed(trx, row))) {
    throw new AppError('conflict')
  }
  await repository.setDiffers(trx, word, false)
}

/** Takes a word out that nobody else wrote anything at; `conflict` when somebody did. */
export async function removeWord(trx: Trx, at: AtCircle, id: GlossaryWordId): Promise<void> {
  const word = (await loadGlossary(trx, at)).words.find((one) => one.id === id)
  if (word === undefined) throw new AppError('not-found')
  if (!word.mayRemove) throw new AppError('conflict')
  await repository.deleteWord(trx, at.circle.row.id, id)
}

/** Takes back what she wrote, or takes away what was handed to the table; of others it is not found. */
export async function removeMeaning(trx: Trx, at: AtCircle, id: MeaningId): Promise<void> {
  if (!(await repository.deleteMeaning(trx, at.circle.row.id, id))) throw new AppError('not-found')
}
