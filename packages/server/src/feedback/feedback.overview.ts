import { feedbackEndpoints, type RelationSummary } from '@weerklank/core/feedback/feedback.contract'
import type { RelationId } from '@weerklank/core/shared/ids'
import { type MemberApi, type MemberSession, serveOverRelations } from '../access/access.ts'
import { recordOver } from '../audit/audit.ts'
import { setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import { peopleOf } from '../relation/relation.ts'
import type { Trx } from '../schema.ts'
import type { FeedbackDeps } from './feedback.deps.ts'
import { presentSignals } from './feedback.presenter.ts'
import { signalsOf } from './feedback.repository.ts'
import { loadToday } from './feedback.today.ts'
import { lastAnswers, listRelations, nextContacts, type OverviewRow } from './overview.repository.ts'

const pageSize = 50

/** The list of collaborations and *Vandaag*. */
export function serveOverview(to: MemberApi, deps: FeedbackDeps): void {
  const { world, content } = deps
  // Of all checks, because a signal may be about any; where two have an item of one name, that of the contact check.
  const items = [...content.instruments.values(), content.contactCheck].flatMap((one) => one.items)
  const itemLabels = Object.fromEntries(items.map((item) => [item.id, item.label]))
  serveOverRelations(to, feedbackEndpoints.listRelations, async (session, { query }, trx) => {
    const wanted = { search: query.search, closed: query.closed === 'yes', from: query.from, size: pageSize }
    const { rows, total } = await listRelations(trx, wanted)
    const relations = await summarise(trx, session, { rows, deps })
    // A line of the list holds more than a name where something asks for attention.
    const read = relations.filter(({ signals }) => signals.length > 0).map(({ id }) => id)
    await recordLook(trx, session, { world, action: 'relation.listed', relations: read })
    const end = query.from + rows.length
    return { relations, total, next: rows.length > 0 && end < total ? end : null, itemLabels }
  })
  serveOverRelations(to, feedbackEndpoints.today, async (session, _input, trx) => {
    const shown = await loadToday(trx, session, {
      deps,
      itemLabels,
      summarise: (rows) => summarise(trx, session, { rows, deps }),
    })
    const { attention, agreements, contacts } = shown
    const relations = [
      ...attention.map(({ id }) => id),
      ...[...agreements, ...contacts].map((one) => one.relation),
    ]
    await recordLook(trx, session, { world, action: 'today.read', relations })
    return shown
  })
}

/** Writes down what was looked at, with nothing left in reach: each row that is written looks through the whole of it. */
async function recordLook(
  trx: Trx,
  session: MemberSession,
  of: { world: World; action: 'relation.listed' | 'today.read'; relations: readonly RelationId[] },
): Promise<void> {
  await setContext(trx, session.context)
  const { world, action, relations } = of
  await recordOver(trx, world, { session, action, relations })
}

/** Looks inside the relations of one page: people, last answer, next contact, open signals. */
async function summarise(
  trx: Trx,
  session: MemberSession,
  of: { rows: readonly OverviewRow[]; deps: FeedbackDeps },
): Promise<RelationSummary[]> {
  const ids: RelationId[] = of.rows.map((row) => row.id)
  await setContext(trx, { ...session.context, relations: ids })
  const [people, signals, answers, contacts] = await Promise.all([
    peopleOf(trx, ids),
    signalsOf(trx, ids, 'open'),
    lastAnswers(trx, ids),
    nextContacts(trx, ids, of.deps.world.now()),
  ])
  return of.rows.map((row) => ({
    id: row.id,
    title: row.title,
    kind: row.kind,
    context: row.context,
    situation: row.situation,
    closedAt: row.closed_at,
    participants: (people.get(row.id) ?? [])
      .filter((person) => person.active)
      .map(({ id, name, voice, member }) => ({ id, name, voice, member })),
    lastAnswerAt: answers.get(row.id) ?? null,
    nextContactAt: contacts.get(row.id) ?? null,
    signals: presentSignals(signals.filter((signal) => signal.relation_id === row.id)),
  }))
}
