import { noCheckSignal } from '@weerklank/core/feedback/signal'
import type { AgreementId, ContactId } from '@weerklank/core/shared/ids'
import type { Language } from '@weerklank/core/shared/language'
import { addDays, addMilliseconds, type Instant } from '@weerklank/core/shared/time'
import { setContext } from '../db/context.ts'
import { lookForMissing } from '../feedback/window-check.ts'
import type { TokenRow } from '../respond/check.repository.ts'
import type { Calendar } from './calendar.ts'
import { chanceOf } from './chance.ts'
import { answer, invite } from './check-deeds.ts'
import { choose, tellFamily } from './consent-deeds.ts'
import { demoId } from './identifiers.ts'
import { answerMirror } from './mutual-deeds.ts'
import type { MemberKey } from './people.ts'
import { addContact, addNote, closeRelation, openRelation } from './relation-deeds.ts'
import { mend, notice } from './repair-deeds.ts'
import type { Stage } from './stage.ts'
import type { Check, Happening, Story } from './story.ts'
import { agree, endAgreement, talk } from './talk-deeds.ts'

/** Something that is done at a moment of a story. */
export type Deed = { at: Instant; act: (stage: Stage) => Promise<unknown> }

const minute = 60_000
const contactMinutes = 60
/** When the contacts that are still to come were planned. */
const planning = '0 mon 08.30'

/** Everything that is done in a story up to now, in the order in which it is done. */
export function deedsOf(story: Story, calendar: Calendar, now: Instant): Deed[] {
  const starts = calendar(story.starts)
  const agreements = new Map<string, AgreementId>()
  const deeds = [
    { at: starts, act: openRelation },
    ...story.happened.flatMap((told, index) =>
      deedsFor(told, { story, calendar, agreements, key: `${story.key} ${index}` }),
    ),
    ...looks(story, starts, now),
  ]
  for (const { at } of deeds) {
    if (at < starts || at > now) throw new Error(`${story.key}: nothing can be done at ${at}`)
  }
  return deeds.toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1))
}

type Telling = {
  story: Story
  calendar: Calendar
  agreements: Map<string, AgreementId>
  /** Names this happening, whenever it took place. */
  key: string
}

function deedsFor(told: Happening, of: Telling): Deed[] {
  const at = of.calendar(told.at)
  switch (told.kind) {
    case 'note':
      return [{ at, act: (stage) => addNote(stage, told) }]
    case 'contact':
      return contactDeeds(told, of)
    case 'planned': {
      const contact = { ...told, id: demoId<ContactId>(at, of.key), at, summary: '' }
      return [{ at: of.calendar(planning), act: (stage) => addContact(stage, contact) }]
    }
    case 'talk':
      return [{ at, act: (stage) => talk(stage, told) }]
    case 'agreement':
      return [{ at, act: async (stage) => of.agreements.set(told.key, await agree(stage, told)) }]
    case 'strain':
      return [{ at, act: (stage) => notice(stage, told) }]
    case 'mended':
      return [{ at, act: (stage) => mend(stage, told) }]
    case 'agreement-ended':
      return [{ at, act: (stage) => endAgreement(stage, agreementOf(of, told.key)) }]
    case 'family':
      return [{ at, act: (stage) => tellFamily(stage, told) }]
    case 'chosen':
      return [{ at, act: (stage) => choose(stage, told) }]
    case 'closed':
      return [{ at, act: closeRelation }]
  }
}

function agreementOf({ agreements, story }: Telling, key: string): AgreementId {
  const agreement = agreements.get(key)
  if (agreement === undefined) throw new Error(`${story.key}: ${key} was not agreed yet`)
  return agreement
}

/** A contact is written up when it is over; then everyone is asked, and each answers in her own time. */
function contactDeeds(told: Extract<Happening, { kind: 'contact' }>, of: Telling): Deed[] {
  const at = of.calendar(told.at)
  const over = addMilliseconds(at, contactMinutes * minute)
  const id = demoId<ContactId>(at, of.key)
  const contact = { id, at, place: told.place, summary: told.summary, isRepair: told.isRepair }
  return [
    { at: over, act: (stage) => addContact(stage, contact) },
    ...told.checks.flatMap((check, index) =>
      checkDeeds(check, { ...of, contact: id, after: addMilliseconds(over, (index + 2) * minute) }),
    ),
  ]
}

function checkDeeds(check: Check, of: Telling & { contact: ContactId; after: Instant }): Deed[] {
  const { story, contact } = of
  const key = `${of.key} ${check.who}`
  const chance = chanceOf(`${key} when`)
  const sent = addMilliseconds(of.after, chance(0, 8) * minute)
  const minutes = check.hours === null ? chance(12, 150) : check.hours * 60 + chance(0, 20)
  const at = addMilliseconds(sent, minutes * minute)
  const by = check.who === story.by ? otherMember(story) : story.by
  let token: TokenRow | undefined
  const invitation: Deed = {
    at: sent,
    act: async (stage) => {
      const asked = { who: check.who, contact, by, instrument: check.instrument, picture: check.picture }
      token = await invite(stage, asked)
    },
  }
  if (check.marks === null) return [invitation]
  const respond = async (stage: Stage) => {
    if (token === undefined) throw new Error(`${key} answers before being asked`)
    const agreement = (name: string) => agreementOf(of, name)
    await answer(stage, { token, check, at, language: languageOf(story, check.who), agreement, key })
  }
  const responded = { at: addMilliseconds(at, check.waited * 60 * minute), act: respond }
  const { picture } = check
  if (picture === null) return [invitation, responded]
  // The professional is first: what she says is shut until the other half is there.
  const mirror = (stage: Stage) => answerMirror(stage, { ...picture, contact })
  return [invitation, { at: addMilliseconds(sent, minute), act: mirror }, responded]
}

// Nobody asks herself.
function otherMember(story: Story): MemberKey {
  const [other] = story.people.flatMap((person) => ('member' in person ? [person.member] : []))
  if (other === undefined) throw new Error(`${story.key}: ${story.by} has no colleague to be asked by`)
  return other
}

function languageOf(story: Story, who: string): Language {
  const person = story.people.find((one) => 'key' in one && one.key === who)
  return person !== undefined && 'key' in person ? (person.language ?? 'nl') : 'nl'
}

/** The looks whether a check is missing, when the job would have had its turns. */
function looks(story: Story, starts: Instant, now: Instant): Deed[] {
  const deeds: Deed[] = []
  let at = addDays(starts, story.checkEveryDays)
  while (at <= now) {
    deeds.push({ at, act: look })
    at = addDays(at, Math.min(story.checkEveryDays, 7))
  }
  return deeds
}

async function look(stage: Stage): Promise<void> {
  const { trx, world, place, relation, story } = stage
  const startedAt = [...stage.heard.values()].sort()[0] ?? stage.starts
  const history = {
    startedAt,
    lastAnswerAt: null,
    unansweredSince: [],
    windowDays: story.checkEveryDays,
  }
  // Most looks find nothing: whoever was silent longest is not silent for long enough.
  if (noCheckSignal(history, world.now()).length === 0) return
  await setContext(trx, { workspace: place.workspace, actor: 'system', relations: [relation] })
  await lookForMissing(trx, world, { workspace: place.workspace, relation })
}
