import type { CodeId, CodingId } from '../shared/ids.ts'
import type { Coding, Workbook } from './coding.ts'
import {
  codeIn,
  codingRow,
  type DeedBy,
  memoRow,
  memosOn,
  Refusal,
  type SettledPlace,
} from './deed.basics.ts'
import type { RowChange } from './patch.ts'

/**
 * Rows that bring the codings of the coders of a round in line with what was decided about one place: each code that was decided
 * stands there once, and no other. A coding that reaches further keeps what lies outside the place, in its coder's name; one that
 * covers it whole with a code that was decided stays as it is. `ids` are for what is new. The same again gives no rows.
 */
export function settleCodings(
  book: Workbook,
  ids: readonly CodingId[],
  { by, place }: { by: DeedBy; place: SettledPlace },
): RowChange[] {
  const fresh = [...ids]
  const nextId = (): CodingId => {
    const id = fresh.shift()
    if (id === undefined) throw new Refusal('too-many')
    if (book.codings.some((one) => one.id === id)) throw new Refusal('taken')
    return id
  }
  const here = book.codings.filter(
    (one) =>
      one.passage === place.passage &&
      place.coders.includes(one.coder) &&
      one.start < place.end &&
      one.end > place.start,
  )
  const kept = new Map(place.codes.map((code) => [code, keeperOf(here, code, place)]))
  const stays = new Set([...kept.values()].map((one) => one?.id))
  return [
    ...here.filter(({ id }) => !stays.has(id)).flatMap((one) => cut(book, one, { place, nextId })),
    ...place.codes.flatMap((code) =>
      kept.get(code) === undefined ? [added(book, code, { by, place, id: nextId() })] : [],
    ),
  ]
}

/** The coding that already says it for the whole place: the longest, then that of the first coder. */
function keeperOf(here: readonly Coding[], code: CodeId, place: SettledPlace): Coding | undefined {
  const rank = ({ coder }: Coding) => place.coders.indexOf(coder)
  return here
    .filter((one) => one.code === code && one.start <= place.start && one.end >= place.end)
    .toSorted((a, b) => b.end - b.start - (a.end - a.start) || rank(a) - rank(b))[0]
}

function cut(
  book: Workbook,
  one: Coding,
  { place, nextId }: { place: SettledPlace; nextId: () => CodingId },
): RowChange[] {
  const [isBefore, isBehind] = [one.start < place.start, one.end > place.end]
  if (!isBefore && !isBehind) {
    const memos = memosOn(book, new Set([one.id])).map((memo) => memoRow(memo, null))
    return [...memos, codingRow(one, null)]
  }
  if (!isBefore) return [codingRow(one, { ...one, start: place.end })]
  const left = codingRow(one, { ...one, end: place.start })
  return isBehind ? [left, codingRow(null, { ...one, id: nextId(), start: place.end })] : [left]
}

function added(
  book: Workbook,
  code: CodeId,
  { by, place, id }: { by: DeedBy; place: SettledPlace; id: CodingId },
): RowChange {
  codeIn(book, code)
  const facts = by.passages.get(place.passage)
  if (facts === undefined) throw new Refusal('unknown-passage')
  const { passage, start, end } = place
  return codingRow(null, {
    ...{ id, passage, document: facts.document, start, end, code, weight: null },
    ...{ coder: by.member, at: by.at, sealed: false },
  })
}
