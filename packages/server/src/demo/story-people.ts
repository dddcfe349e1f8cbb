import { defaultAddressForm } from '@weerklank/core/relation/relation'
import type { ParticipantInput } from '@weerklank/core/relation/relation.contract'
import type { ParticipantId } from '@weerklank/core/shared/ids'
import { addMilliseconds } from '@weerklank/core/shared/time'
import { participantsOf } from '../relation/relation.repository.ts'
import { demoId } from './identifiers.ts'
import { demoMembers } from './people.ts'
import type { Stage } from './stage.ts'
import type { StoryPerson } from './story.ts'

/** The key by which a person of a story is found back in any filled demo. */
export function personKey(story: string, person: string): string {
  return `${story}/${person}`
}

/** The people of a story as the form of a new relation names them. */
export function peopleOfStory(stage: Stage): ParticipantInput[] {
  const { story, world } = stage
  return story.people.map((person, index) => {
    const key = 'member' in person ? person.member : person.key
    // People stand in the order in which the story names them; whoever makes the relation comes last, as in the app.
    const at = addMilliseconds(world.now(), index - story.people.length)
    const id = demoId<ParticipantId>(at, personKey(story.key, key))
    return { id, ...inputOf(stage, person) }
  })
}

function inputOf({ place }: Stage, person: StoryPerson): Omit<ParticipantInput, 'id'> {
  if ('member' in person) {
    const name = demoMembers.find((one) => one.key === person.member)?.name ?? person.member
    const member = place.members[person.member]
    return { name, voice: person.voice, detail: '', address: 'je', language: 'nl', member }
  }
  const { name, voice, detail = '', language = 'nl' } = person
  const address = person.address ?? defaultAddressForm(voice)
  return { name, voice, detail, address, language, member: null }
}

/** Learns which participant is which person of the story, so that later deeds can name them. */
export async function learnPeople(stage: Stage): Promise<void> {
  const { place, story } = stage
  const rows = await participantsOf(stage.trx, [stage.relation])
  for (const row of rows) {
    const member = demoMembers.find(({ key }) => place.members[key] === row.member_id)
    const person = story.people.find((one) => 'key' in one && one.name === row.name)
    const key = member?.key ?? (person !== undefined && 'key' in person ? person.key : undefined)
    if (key !== undefined) stage.know(key, row.id)
  }
}
