import { queryOptions } from '@tanstack/react-query'
import type { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import type { RelationDetails, relationEndpoints } from '@weerklank/core/relation/relation.contract'
import { halfWay } from '@weerklank/core/team/circle'
import type { circleEndpoints } from '@weerklank/core/team/circle.contract'
import { call } from '../api/client.ts'
import { addressOf } from './CirclePersonAdd.tsx'
import type { CircleDraft, PersonDraft } from './circle-draft.ts'

/** The collaborations one can begin with. */
export const relationChoicesQuery = queryOptions({
  queryKey: ['circle-choices'],
  queryFn: () =>
    call<typeof feedbackEndpoints.listRelations>('GET', '/api/relations', {
      query: { search: '', closed: 'no', from: 0 },
    }),
})

export const readRelation = (relation: string): Promise<RelationDetails> =>
  call<typeof relationEndpoints.getRelation>('GET', '/api/relations/:relation', { params: { relation } })

type Ids = { relation: string; circle: string }
type By = { member: string; today: string; language: 'nl' | 'en' }

/**
 * Makes the collaboration where there is none yet, and lets it be a team or network. All identifiers are those of the screen:
 * pressed once more after a failure, what was made already is the same.
 */
export async function makeFromDraft(draft: CircleDraft, ids: Ids, by: By): Promise<string> {
  const details =
    draft.from === 'old' ? await readRelation(draft.relation ?? '') : await startRelation(draft, ids, by)
  const own = details.participants.find(({ member }) => member === by.member)
  const endsOn = draft.endsOn === '' ? null : draft.endsOn
  await call<typeof circleEndpoints.makeCircle>('POST', '/api/relations/:relation/circle', {
    params: { relation: details.id },
    body: {
      ...{ id: ids.circle, kind: draft.kind, question: draft.question, endsOn },
      midcourseOn: endsOn === null || endsOn < by.today ? null : halfWay(by.today, endsOn),
      sides: draft.sides,
      people: [
        ...(own === undefined ? [] : [{ participant: own.id, sides: draft.own }]),
        ...draft.people.map((one) => ({
          ...{ participant: one.id, sides: one.sides },
          // Named here too: who was added after a first press takes part by this one.
          person: draft.from === 'new' ? asNew(one, by) : null,
        })),
      ],
    },
  })
  return details.id
}

function startRelation(draft: CircleDraft, ids: Ids, by: By): Promise<RelationDetails> {
  return call<typeof relationEndpoints.createRelation>('POST', '/api/relations', {
    body: {
      ...{ id: ids.relation, title: draft.title, kind: 'interprofessional', context: 'meso' },
      situation: draft.kind === 'network' ? 'coordination-meeting' : 'team-meeting',
      // Six weeks: the rhythm in which a network comes together.
      ...{ purpose: draft.question.slice(0, 500), checkEveryDays: 42 },
      participants: draft.people.flatMap((one) => {
        const person = asNew(one, by)
        return person === null ? [] : [{ id: one.id, ...person }]
      }),
    },
  })
}

function asNew({ name, voice, member }: PersonDraft, { language }: By) {
  return voice === null ? null : { name, voice, detail: '', address: addressOf(voice), language, member }
}
