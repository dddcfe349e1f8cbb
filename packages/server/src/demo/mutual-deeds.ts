import { linkDays } from '@weerklank/core/feedback/invitation'
import type { ContactId, MutualPictureId } from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import { recordDeed } from '../audit/audit.ts'
import type { FeedbackDeps } from '../feedback/feedback.deps.ts'
import { insertToken } from '../feedback/feedback.repository.ts'
import { askPicture } from '../feedback/mutual.ask.ts'
import { picturesOf } from '../feedback/mutual.repository.ts'
import { answerOwnHalf, guessOther } from '../feedback/mutual.routes.ts'
import { newToken } from '../http/link-token.ts'
import type { TokenRow } from '../respond/check.repository.ts'
import { marksOf } from './marks.ts'
import type { MemberKey } from './people.ts'
import type { Stage } from './stage.ts'
import type { Check, Marks } from './story.ts'

type Asked = { who: string; contact: ContactId; by: MemberKey; professional: MemberKey }

/** Asks two people the same about one contact, as the route does it; the token is of the client's half. */
export async function askForPicture(stage: Stage, asked: Asked): Promise<TokenRow> {
  const { trx, world, place, relation } = stage
  const session = await stage.as(asked.by)
  const client = stage.participant(asked.who)
  const picture = await askPicture(trx, session, {
    deps: depsOf(stage),
    wanted: {
      ...{ relation, id: world.newId<MutualPictureId>(), client, contact: asked.contact },
      ...{ professional: stage.participant(asked.professional), instrument: 'contact-check' },
    },
  })
  const token = await insertToken(trx, {
    workspace_id: place.workspace,
    token_hash: newToken(place.workspace).hash,
    invitation_id: picture.invitation_id,
    relation_id: relation,
    participant_id: client,
    expires_at: addDays(world.now(), linkDays),
  })
  stage.heard.set(asked.who, stage.heard.get(asked.who) ?? stage.starts)
  await recordDeed(trx, world, { session, relation, action: 'mutual.asked', subject: picture.id })
  return token
}

type Mirror = NonNullable<Check['picture']> & { contact: ContactId }

/** The professional's own half, and what she thinks that the other says. */
export async function answerMirror(stage: Stage, mirror: Mirror): Promise<void> {
  const { trx, relation, content } = stage
  const session = await stage.as(mirror.by)
  const picture = (await picturesOf(trx, [relation])).find((row) => row.contact_id === mirror.contact)
  if (picture === undefined) throw new Error(`${stage.story.key}: nobody asked for this picture`)
  const instrument = content.instruments.get(`${picture.mirror_id}@${picture.mirror_version}`)
  if (instrument === undefined) throw new Error('A picture points at a mirror that is not published')
  const answersOf = (marks: Marks) =>
    Object.fromEntries(
      instrument.items.flatMap(({ id }, i) => {
        const value = marksOf(marks, stage.story.key)[i]
        return typeof value === 'number' ? [[id, value] as const] : []
      }),
    )
  const of = { deps: depsOf(stage), relation, picture: picture.id }
  await answerOwnHalf(trx, session, { ...of, answers: answersOf(mirror.marks), openText: mirror.open })
  await guessOther(trx, session, { ...of, guess: answersOf(mirror.guess) })
  // A context of its own went with it.
  await stage.as(mirror.by)
}

const depsOf = ({ world, content }: Stage): FeedbackDeps => ({ world, content, publicUrl: '' })
