/** Which quotes may stand in a report: those that their speaker said yes to. */
import { underPseudonyms, withoutPseudonyms } from '@weerklank/core/analysis/pseudonyms'
import { shownWords } from '@weerklank/core/dialogue/after-words'
import type { AnalysisId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import type { Outgoing } from '../analysis/exchange.read.ts'
import { type Context, setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'

export type Approved = {
  /** The words that may be shown, per coding. */
  shown: ReadonlyMap<string, string>
  /** Some of them only among the people of the work. */
  isForTeamOnly: boolean
}

type Asked = { person: string; askedWords: string; words: string; use: 'team' | 'publish' }
type People = readonly { name: string; speaker: string }[]

/**
 * Words of a meeting stand in a report only when their speaker approved those words there (B29), in the words that she chose.
 * Words from elsewhere only of whom gave consent to be quoted. Words of nobody who is known here were approved by nobody.
 */
export async function approvedQuotes(
  trx: Trx,
  { id, outgoing, context }: { id: AnalysisId; outgoing: Outgoing; context: Context | null },
): Promise<Approved> {
  const passages = await trx
    .selectFrom('analysis_passage')
    .innerJoin('analysis_document as d', (join) =>
      join.onRef('d.workspace_id', '=', 'analysis_passage.workspace_id').onRef('d.id', '=', 'document_id'),
    )
    .select(['analysis_passage.id', 'person_id', 'd.source_ref'])
    .where('analysis_passage.analysis_id', '=', id)
    .where('person_id', 'is not', null)
    .execute()
  const about = new Map(passages.map(({ id: passage, ...one }) => [String(passage), one]))
  const persons = [...new Set(passages.flatMap(({ person_id: person }) => person ?? []))]
  const { sources } = await trx
    .selectFrom('analysis')
    .select('sources')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  // What was approved at a meeting, and who may be quoted, is asked for these meetings and people alone.
  if (context !== null) await setContext(trx, { ...context, meetings: sources.meetings, persons })
  const asked = await approvedAt(trx, sources.meetings)
  const people = await peopleAt(trx, sources.meetings)
  const grants = await mayBeQuoted(trx, persons)
  if (context !== null) await setContext(trx, context)
  const bodies = bodiesOf(outgoing)
  const shown = new Map<string, string>()
  let isForTeamOnly = false
  for (const { id: coding, passage, start, end } of outgoing.corpus.codings) {
    const one = about.get(passage)
    const said = [...(bodies.get(passage) ?? '')].slice(start, end).join('')
    if (one?.person_id == null) continue
    if (one.source_ref.startsWith('meeting:')) {
      const yes = asked.find((each) => each.person === one.person_id && isAbout(each, { said, people }))
      if (yes === undefined) continue
      shown.set(coding, yes.words)
      isForTeamOnly ||= yes.use === 'team'
    } else if (grants.has(one.person_id)) {
      shown.set(coding, said)
      isForTeamOnly ||= grants.get(one.person_id) === 'quotes-team'
    }
  }
  return { shown, isForTeamOnly }
}

function bodiesOf({ corpus }: Outgoing): ReadonlyMap<string, string> {
  return new Map(
    corpus.documents.flatMap(({ passages }) => passages.map(({ id, body }) => [id, body] as const)),
  )
}

const plain = (text: string) => withoutPseudonyms(text).replace(/\s+/g, ' ').trim()

/** The same words, or one within the other: what was selected is seldom cut as it was asked, and has no names in it. */
function isAbout({ askedWords }: Asked, { said, people }: { said: string; people: People }): boolean {
  const [asked, selected] = [plain(underPseudonyms(askedWords, people)), plain(said)]
  return asked !== '' && selected !== '' && (selected.includes(asked) || asked.includes(selected))
}

async function approvedAt(trx: Trx, meetings: readonly string[]): Promise<Asked[]> {
  if (meetings.length === 0) return []
  const { rows } = await sql<{
    person_id: string
    asked_words: string | null
    own_words: string | null
    use: 'team' | 'publish'
    decision: 'yes' | 'changed' | 'no' | null
    withdrawn: boolean
  }>`select person_id, asked_words, own_words, use, decision, withdrawn_at is not null as withdrawn
    from meeting_quote where meeting_id = any (${[...meetings]}::uuid[]) order by decided_at desc, id`.execute(
    trx,
  )
  return rows.flatMap(({ person_id: person, asked_words: askedWords, own_words: ownWords, use, ...rest }) => {
    const words = shownWords({ askedWords, ownWords, ...rest })
    return words === null || askedWords === null ? [] : [{ person, askedWords, words, use }]
  })
}

async function peopleAt(trx: Trx, meetings: readonly string[]): Promise<People> {
  const { rows } = await sql<{ name: string }>`
    select distinct name from meeting_place where meeting_id = any (${[...meetings]}::uuid[])`.execute(trx)
  return rows.map(({ name }) => ({ name, speaker: '' }))
}

async function mayBeQuoted(trx: Trx, persons: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (persons.length === 0) return new Map()
  const { rows } = await sql<{ person_id: string; purpose: string }>`
    select person_id, min(purpose) as purpose from consent_grant
    where in_force and purpose in ('quotes-publish', 'quotes-team') and person_id = any (${[...persons]}::uuid[])
    group by person_id`.execute(trx)
  return new Map(rows.map((row) => [row.person_id, row.purpose]))
}
