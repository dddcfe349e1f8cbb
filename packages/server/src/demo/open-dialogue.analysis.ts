import type { AnalysisChange } from '@weerklank/core/analysis/deed.contract'
import { startWith } from '@weerklank/core/analysis/starting-codebook'
import type { AnalysisId, CodeId } from '@weerklank/core/shared/ids'
import { addMilliseconds } from '@weerklank/core/shared/time'
import type { MemberSession } from '../access/access.ts'
import { recordInAnalysis } from '../analysis/analysis.record.ts'
import { insertAnalysis, lockAnalysis } from '../analysis/analysis.repository.ts'
import { loadCodebooks } from '../analysis/codebooks.ts'
import { flowInto } from '../analysis/corpus.job.ts'
import { carryOut } from '../analysis/deed.act.ts'
import { keepMap } from '../analysis/map.repository.ts'
import { setContext } from '../db/context.ts'
import type { Telling } from './open-dialogue.telling.ts'
import { type DialogueTheme, dialoguePeople } from './open-dialogue.words.ts'

/** Under which code of the codebook each theme of the demo stands. */
const codeOf: Readonly<Record<DialogueTheme, string>> = {
  equality: 'equal-honest',
  difference: 'accepting',
  original: 'original',
  shadow: 'shadow',
  synergy: 'synergy',
}

/**
 * Two days after the open dialogue its words are laid side by side, of whom consented: Farid codes thirteen sentences. Counted
 * by theme and voice they are the table of the study; the father's words are missing, and the youths kept silent.
 */
export async function layBeside(told: Telling): Promise<void> {
  const { trx, world, clock, place, meeting } = told
  clock.at = told.calendar('-2 wed 09.30')
  const analysis = world.newId<AnalysisId>()
  const session = { ...told.session, context: { ...told.session.context, analyses: [analysis] } }
  await setContext(trx, session.context)
  await insertAnalysis(trx, {
    ...{ workspace_id: place.workspace, id: analysis, title: 'Wat hoorden we rond ons samenwerken?' },
    ...{
      question: 'Wat versterkt de samenwerking, en wat was de schaduwkant?',
      created_by: place.members.farid,
    },
    sources: JSON.stringify({ meetings: [meeting], relations: [], kinds: ['dialogue', 'written'] }),
    ...{ member_ids: [place.members.farid, place.members.noor], created_at: clock.at, changed_at: clock.at },
    version: 1,
  })
  await recordInAnalysis(trx, world, { session, analysis, action: 'analysis.started' })
  const start = { workspace: place.workspace, actor: 'system' as const, relations: [] }
  await flowInto(trx, { world, start, analysis, payload: { analysis } })
  await setContext(trx, session.context)
  const codes = await themes(told, session, analysis)
  await codeSentences(told, session, { analysis, codes })
  await placeOnMap(told, session, { analysis, codes })
}

type Codes = ReadonlyMap<string, CodeId>

async function themes(told: Telling, session: MemberSession, analysis: AnalysisId): Promise<Codes> {
  const book = loadCodebooks().get('themes')
  if (book === undefined) throw new Error('There is a codebook of themes')
  const change = startWith(book, { language: 'nl', newId: told.world.newId })
  await work(told, session, { analysis, change })
  return new Map(book.codes.map(({ key }, at) => [key, change.codes[at]?.id ?? ('' as CodeId)]))
}

/** Where each theme lies on the map: most of them in what carries, one in the shadow; trust was expected, and nobody spoke of it. */
const elementOf: Readonly<Record<DialogueTheme, string>> = {
  equality: 'equality',
  difference: 'acceptance',
  original: 'creativity',
  shadow: 'exclusive',
  synergy: 'passion',
}

async function placeOnMap(
  { trx, world, clock, place }: Telling,
  session: MemberSession,
  { analysis, codes }: { analysis: AnalysisId; codes: Codes },
): Promise<void> {
  clock.at = addMilliseconds(clock.at, 70_000)
  const placings = Object.entries(elementOf).flatMap(([theme, element]) => {
    const code = codes.get(codeOf[theme as DialogueTheme])
    return code === undefined ? [] : [{ code, element }]
  })
  const expectations = [
    { element: 'trust', isExpected: true },
    { element: 'exclusive', isExpected: true },
    { element: 'creativity', isExpected: false },
  ]
  const by = { workspace: place.workspace, by: place.members.farid, at: clock.at }
  await keepMap(trx, { ...by, analysis, version: 0, modelVersion: 0, placings, expectations })
  await recordInAnalysis(trx, world, { session, analysis, action: 'analysis.placed' })
}

async function codeSentences(
  told: Telling,
  session: MemberSession,
  { analysis, codes }: { analysis: AnalysisId; codes: Codes },
): Promise<void> {
  const { trx, world } = told
  const passages = await trx
    .selectFrom('analysis_passage')
    .select(['id', 'body'])
    .where('analysis_id', '=', analysis)
    .orderBy('id')
    .execute()
  const sentences = dialoguePeople.flatMap(({ said = [], wrote = {} }) => [...said, ...Object.values(wrote)])
  for (const { words, theme } of sentences) {
    const passage = passages.find(({ body }) => body === words)
    const code = theme === undefined ? undefined : codes.get(codeOf[theme])
    if (passage === undefined || code === undefined) continue
    const coding = { id: world.newId<never>(), passage: passage.id, code, weight: null }
    const whole = { start: 0, end: [...words].length }
    await work(told, session, {
      analysis,
      change: { kind: 'add-codings', codings: [{ ...coding, ...whole }] },
    })
    if (theme !== 'shadow' || !words.startsWith('Ik stond')) continue
    const on = { kind: 'coding' as const, coding: coding.id, passage: passage.id }
    const memo = { title: 'Niemand merkte het', body: 'De ouders zagen dit niet. Wie nog meer?' }
    await work(told, session, {
      analysis,
      change: { kind: 'add-memo', id: world.newId<never>(), on, ...memo, shared: true },
    })
  }
}

async function work(
  { trx, world, clock }: Telling,
  session: MemberSession,
  of: { analysis: AnalysisId; change: AnalysisChange },
): Promise<void> {
  clock.at = addMilliseconds(clock.at, 70_000)
  const row = await lockAnalysis(trx, of.analysis)
  await carryOut(trx, session, { world, row, id: world.newId<never>(), change: of.change })
}
