import { ageBand, ageOn } from '@weerklank/core/consent/age'
import { type Purpose, readingLevels } from '@weerklank/core/consent/consent'
import type { ConsentChoice } from '@weerklank/core/consent/consent.contract'
import { hasAuthority } from '@weerklank/core/consent/person'
import { AppError } from '@weerklank/core/shared/errors'
import { consentEventId, type PersonId, type WorkspaceId } from '@weerklank/core/shared/ids'
import type { Language } from '@weerklank/core/shared/language'
import type { Listener } from '@weerklank/core/shared/spoken'
import { localDay } from '@weerklank/core/shared/time'
import { type Context, setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import { planOf, withdrawnBy } from './consent.effects.ts'
import { type Family, familiesOf, familyOf, reachFamilies } from './consent.person.ts'
import { presentChoice, presentReceipt, type Told } from './consent.presenter.ts'
import { childrenOf, eventsOf } from './consent.repository.ts'
import type { Choice, ConsentDeps } from './consent.status.ts'
import { type ChoicePage, choicePage } from './own-page.choice.ts'
import { ownWordsFor } from './own-page.text.ts'

/** Choices that are asked and shown outside the own page: of everybody at a table, by the link to one's place there. */

/** Somebody whose choices are shown, as the room that shows them knows her. */
export type Known = { person: PersonId; name: string; isMember: boolean }

type Where = { deps: ConsentDeps; workspace: { id: WorkspaceId; timeZone: string }; context: Context }

/** Where some people stand for some purposes, and whether a parent is missing who would have to say yes. */
export async function choicesOf(
  trx: Trx,
  where: Where,
  of: { people: readonly Known[]; purposes: readonly Purpose[]; language: Language },
): Promise<ReadonlyMap<PersonId, ConsentChoice[]>> {
  const ids = of.people.map(({ person }) => person)
  await reachFamilies(trx, where.context, ids)
  const families = await familiesOf(trx, ids)
  const events = await eventsOf(trx, ids)
  await setContext(trx, where.context)
  return new Map(
    families.map((family) => {
      const known = of.people.find(({ person }) => person === family.person.id)
      const told = toldOf(where, {
        ...{ family, events, language: of.language, as: 'self' },
        ...{ name: known?.name ?? '', isMember: known?.isMember ?? false },
      })
      return [family.person.id, of.purposes.map((purpose) => presentChoice(told, purpose))]
    }),
  )
}

/** Whoever came by a link and is asked here: for herself, and for a child of hers who is at the same table. */
export type Chooser = Where & { self: Known; others: readonly Known[]; listener: Listener }

/** Whose choices somebody has a say in here. */
export type Chosen = Known & { family: Family; isChild: boolean }

/** Herself, then each child under 16 over whom she has authority and who is known here. */
export async function chosenBy(trx: Trx, of: Chooser): Promise<Chosen[]> {
  await reachFamilies(trx, of.context, [of.self.person])
  const children = await childrenOf(trx, of.self.person)
  const here = of.others.filter(({ person }) => children.includes(person))
  await reachFamilies(trx, of.context, [of.self.person, ...here.map(({ person }) => person)])
  const families = await familiesOf(
    trx,
    here.map(({ person }) => person),
  )
  const own = await familyOf(trx, of.self.person)
  await setContext(trx, of.context)
  const today = localDay(of.deps.world.now(), of.workspace.timeZone)
  const young = families.filter(
    ({ person }) => person.born_on !== null && ageBand(ageOn(person.born_on, today)) !== 'alone',
  )
  const asChosen = (family: Family): Chosen[] =>
    here
      .filter(({ person }) => person === family.person.id)
      .map((known) => ({ ...known, family, isChild: true }))
  return [{ ...of.self, family: own, isChild: false }, ...young.flatMap(asChosen)]
}

/** The choices about one of them that she has a say in. */
export async function choicesFor(
  trx: Trx,
  of: Chooser,
  about: { chosen: Chosen; purposes: readonly Purpose[] },
): Promise<ConsentChoice[]> {
  const told = await toldTo(trx, of, about.chosen)
  const choices = about.purposes.map((purpose) => presentChoice(told, purpose))
  return choices.filter(({ deciders }) => deciders.some(({ person }) => person === of.self.person))
}

type Asked = { chosen: Chosen; purpose: Purpose; root: string; workspaceName: string }

/** The page of one choice: the text, where it stands, the question; with what was just kept (`done`) or is the matter. */
export async function choosingPage(
  trx: Trx,
  of: Chooser,
  asked: Asked & { done: string | null; wrong: string | null },
): Promise<string> {
  const { chosen, purpose } = asked
  const choice = presentChoice(await toldTo(trx, of, chosen), purpose)
  const person = chosen.person
  const context = await reachFamilies(trx, of.context, [of.self.person, person])
  const isGiven = choice.status.state === 'given'
  const at = of.deps.world.now()
  const plan = isGiven ? await planOf(trx, { context }, { person, purpose, at }) : null
  const receipt = asked.done === null ? null : await withdrawnBy(trx, asked.done)
  await setContext(trx, of.context)
  const reader = { ...of.listener, timeZone: of.workspace.timeZone }
  const kept = { kind: 'kept' as const, receipt: receipt === null ? null : presentReceipt(receipt, reader) }
  const page: ChoicePage = {
    ...{ choice, plan, timeZone: of.workspace.timeZone, eventId: of.deps.world.newId() },
    below: `${chosen.isChild ? `/kind/${person}` : ''}/keuze/${purpose}`,
    child: chosen.isChild ? chosen.name : null,
    mayDecide: choice.deciders.some((decider) => decider.person === of.self.person),
    saidYes: saidYes(of, choice),
    told: asked.wrong !== null ? { kind: 'wrong', text: asked.wrong } : asked.done === null ? null : kept,
  }
  return choicePage({ listener: of.listener, workspace: asked.workspaceName, root: asked.root }, page)
}

function saidYes({ self }: Chooser, { deciders, status }: ConsentChoice): boolean {
  const isAwaited = 'waitingFor' in status && status.waitingFor.some(({ person }) => person === self.person)
  return (
    !isAwaited && deciders.some(({ person, said }) => person === self.person && said?.decision === 'given')
  )
}

/** A choice as a form sends it: the identifier of the word when it can be read, else what is the matter. */
export function readChoice(
  of: Chooser,
  about: { chosen: Chosen; purpose: Purpose; fields: ReadonlyMap<string, string> },
): { choice: Choice } | { wrong: string } {
  const { chosen, purpose, fields } = about
  const id = consentEventId.safeParse(fields.get('id'))
  const level = readingLevels.find((one) => one === fields.get('level'))
  const said = fields.get('keuze')
  if (!id.success || level === undefined || (said !== 'ja' && said !== 'nee')) {
    return { wrong: ownWordsFor(of.listener).chooseFirst }
  }
  const parent = chosen.family.parents.find((row) => row.parent_id === of.self.person)
  const isParent = chosen.isChild && parent !== undefined && hasAuthority(parent.authority)
  return {
    choice: {
      ...{ id: id.data, person: chosen.person, purpose, isYes: said === 'ja' },
      ...{ textVersion: Number(fields.get('version')), readingLevel: level, language: of.listener.language },
      decidedBy: of.self.person,
      decidedAs: !isParent ? 'self' : parent.authority === 'guardian' ? 'guardian' : 'parent',
      method: 'own-page',
    },
  }
}

/** What stands in the way of a choice, in words; what is nobody's to mend is thrown on. */
export function whyNotHere(of: Chooser, error: unknown): string {
  const words = ownWordsFor(of.listener)
  if (error instanceof AppError && error.code === 'conflict') return words.textChanged
  if (error instanceof AppError && error.code === 'invalid-input') return words.notYours
  throw error
}

async function toldTo(trx: Trx, of: Chooser, chosen: Chosen): Promise<Told> {
  await reachFamilies(trx, of.context, [of.self.person, chosen.person])
  const events = await eventsOf(trx, [chosen.person])
  await setContext(trx, of.context)
  const { family, name, isMember } = chosen
  const as = chosen.isChild ? ('parent' as const) : ('self' as const)
  return toldOf(of, { family, events, name, isMember, language: of.listener.language, as })
}

function toldOf(where: Where, of: Omit<Told, 'deps' | 'hand'>): Told {
  const events = of.events.filter((row) => row.person_id === of.family.person.id)
  return { ...of, events, deps: where.deps, hand: { workspace: where.workspace } }
}
