import { AppError } from '@weerklank/core/shared/errors'
import { tensionId } from '@weerklank/core/shared/ids'
import { type TensionPair, tensionPairs, wordsToWeigh } from '@weerklank/core/team/tension'
import { tensionEndpoints } from '@weerklank/core/team/tension.contract'
import { z } from 'zod'
import type { Typed } from '../../http/own-fields.ts'
import type { Trx } from '../../schema.ts'
import * as tension from '../tension.ts'
import { noteInCircle, type OwnCircleDeps } from './own.door.ts'
import type { OwnCircle } from './own.section.ts'
import { polesIn, type TensionDraft, type TensionField } from './tension.form.ts'
import { ownTensionWordsFor } from './tension.text.ts'
import { ownAt } from './words.at.ts'

/** An empty form of a pair that was chosen, with its poles as they are called; null for a word that is no pair. */
export function newDraft(page: OwnCircle, chosen: string | undefined, id: string): TensionDraft | null {
  const pair = tensionPairs.find((one) => one === chosen)
  if (pair === undefined) return null
  const [left, right] = polesIn(page, pair)
  const typed = new Map(Object.entries({ left, right }))
  return { pair, id, typed, wrong: {}, weighed: [] }
}

type Adding = { page: OwnCircle; typed: Typed }

/** Puts a tension in the register as one of its people; gives the form again where something has to be mended or weighed. */
export async function addOwnTension(
  trx: Trx,
  deps: OwnCircleDeps,
  { page, typed }: Adding,
): Promise<TensionDraft | null> {
  const draft = sentDraft(typed)
  const value = (name: TensionField) => typed.get(name) ?? ''
  const read = tensionEndpoints.addTension.body.safeParse({
    ...{ id: draft.id, pair: draft.pair, left: value('left'), right: value('right') },
    ...{ leftGood: value('leftGood'), rightGood: value('rightGood') },
    ...{ situation: value('situation'), asks: value('asks'), room: null, meeting: null, lookOn: null },
  })
  if (!read.success) return { ...draft, wrong: wrongIn(page, read.error) }
  const at = ownAt(page, deps.world)
  const { left, right, leftGood, rightGood, situation, asks } = read.data
  const weighing = wordsToWeigh({ left, right, leftGood, rightGood, situation, asks })
  try {
    await tension.enforceInput(trx, at, read.data)
    if (weighing.some((word) => !draft.weighed.includes(word))) return { ...draft, weighed: weighing }
    await tension.addTension(trx, at, read.data)
  } catch (error) {
    const wrong = refusedIn(page, error)
    if (wrong === null) throw error
    return { ...draft, wrong }
  }
  await noteInCircle(trx, deps, { page, action: 'circle.tension-added', subject: draft.id })
  return null
}

/** The form as it came; `invalid-input` for what nobody can have chosen there. */
function sentDraft(typed: Typed): TensionDraft & { pair: TensionPair } {
  const pair = tensionPairs.find((one) => one === typed.get('pair'))
  const id = tensionId.safeParse(typed.get('id'))
  if (pair === undefined || !id.success) throw new AppError('invalid-input')
  return { pair, id: id.data, typed, wrong: {}, weighed: weighedIn(typed.get('weighed') ?? '[]') }
}

function weighedIn(sent: string): string[] {
  try {
    return z.array(z.string()).parse(JSON.parse(sent))
  } catch {
    // Nobody looked at anything then.
    return []
  }
}

function wrongIn({ listener }: OwnCircle, error: z.ZodError): TensionDraft['wrong'] {
  const words = ownTensionWordsFor(listener)
  const said = (code: string) =>
    code === 'too_small' ? words.missing : code === 'too_big' ? words.tooLong : words.unreadable
  return Object.fromEntries(error.issues.map(({ code, path }) => [String(path[0]), said(code)]))
}

/** What is the matter with a name in it, or with one more; null when it is nothing that she can mend. */
function refusedIn({ listener }: OwnCircle, error: unknown): TensionDraft['wrong'] | null {
  if (!(error instanceof AppError) || error.code !== 'invalid-input') return null
  const words = ownTensionWordsFor(listener)
  const said = (why: string) => (why === 'name' ? words.named : words.tooMany)
  return Object.fromEntries(Object.entries(error.fields).map(([field, why]) => [field, said(String(why))]))
}
