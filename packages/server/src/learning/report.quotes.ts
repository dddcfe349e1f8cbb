import type { AskedQuote, QuotableWords, QuoteSource } from '@weerklank/core/learning/report.contract'
import { quotable, quoteLine, readQuote } from '@weerklank/core/learning/report.quote'
import { AppError } from '@weerklank/core/shared/errors'
import type { LearnerId, PersonId, TrajectoryId, TrajectoryQuoteId } from '@weerklank/core/shared/ids'
import type { MemberSession } from '../access/access.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { othersNames, printedOf, type SharedWords, sourceOf, sourcesOf } from './report.read.ts'
import * as report from './report.repository.ts'

type At = { trajectory: TrajectoryId; world: World }

/** Whose words were shown, beside the answer. */
type Shown<Answer> = { answer: Answer; persons: PersonId[] }

/** All words that may be read, without names and numbers of others, and the quotes that were asked for. */
export async function quotesIn(
  trx: Trx,
  session: MemberSession,
  trajectory: TrajectoryId,
): Promise<Shown<{ words: QuotableWords[]; quotes: AskedQuote[] }>> {
  const people = new Map((await report.registerOf(trx, trajectory)).map((one) => [one.id, one]))
  const sources = await sourcesOf(trx, trajectory)
  const names = await othersNames(trx, session.context, trajectory)
  const words = [...sources.values()].flatMap(
    ({ source, id, learner_id, moment, item, body }): QuotableWords[] =>
      body === ''
        ? []
        : [
            {
              source,
              id,
              learner: people.get(learner_id)?.number ?? 0,
              moment,
              item,
              words: quotable(body, names),
            },
          ],
  )
  const quotes = (await report.quotesOf(trx, trajectory)).flatMap((row) => {
    const from = sources.get(sourceOf(row).id)
    return from === undefined ? [] : [presentQuote(row, { from, people, names })]
  })
  const shown = new Set([...sources.values()].map(({ learner_id }) => learner_id))
  const persons = [...shown].flatMap((id) => people.get(id)?.person ?? [])
  return { answer: { words, quotes }, persons }
}

type About = { from: SharedWords; people: ReadonlyMap<LearnerId, report.Person>; names: readonly string[] }

function presentQuote(row: report.QuoteRow, { from, people, names }: About): AskedQuote {
  return {
    ...{ id: row.id, learner: people.get(row.learner_id)?.number ?? 0, item: from.item },
    state: stateOf(row),
    words: printedOf(row, names),
  }
}

/** Where the asking stands; what was taken back stays so. */
export function stateOf(row: Pick<report.QuoteRow, 'decision' | 'withdrawn_at'>): AskedQuote['state'] {
  if (row.withdrawn_at !== null) return 'withdrawn'
  if (row.decision === null) return 'asked'
  return row.decision === 'no' ? 'refused' : 'approved'
}

type Asking = { id: TrajectoryQuoteId; source: QuoteSource; of: string; words: string }

/**
 * Asks whether words may be printed. They must stand where they are said to come from, in that order; what the editor adds stands in
 * square brackets. `not-found` for words that are not shared (any more).
 */
export async function askQuote(
  trx: Trx,
  session: MemberSession,
  { trajectory, world, asked }: At & { asked: Asking },
): Promise<Shown<AskedQuote>> {
  const from = (await sourcesOf(trx, trajectory)).get(asked.of)
  if (from === undefined || from.source !== asked.source) throw new AppError('not-found')
  const names = await othersNames(trx, session.context, trajectory)
  const read = readQuote(asked.words, quotable(from.body, names))
  if (!read.ok) throw new AppError('invalid-input', { fields: { words: read.reason } })
  const people = new Map((await report.registerOf(trx, trajectory)).map((one) => [one.id, one]))
  const learner = people.get(from.learner_id)
  if (learner === undefined) throw new AppError('not-found')
  const from_ = {
    answer_id: null,
    goal_id: null,
    mention_id: null,
    [report.sourceColumn[from.source]]: from.id,
  }
  const isNew = await report.insertQuote(trx, {
    ...{ workspace_id: session.workspace.id, id: asked.id, trajectory_id: trajectory },
    ...{ learner_id: learner.id, person_id: learner.person, ...from_ },
    ...{ pieces: JSON.stringify(read.pieces), asked_by: session.member.id, asked_at: world.now() },
    ...{ decision: null, own_words: null, decided_at: null, withdrawn_at: null, purpose: null },
  })
  if (!isNew) throw new AppError('conflict')
  const answer: AskedQuote = {
    ...{ id: asked.id, learner: learner.number, item: from.item, state: 'asked' },
    words: quoteLine(read.pieces),
  }
  return { answer, persons: [learner.person] }
}
