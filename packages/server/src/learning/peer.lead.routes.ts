import { peerFeedbackEndpoints, type SharedFeedback } from '@weerklank/core/learning/peer-feedback.contract'
import type { PersonId } from '@weerklank/core/shared/ids'
import { type MemberApi, serveAsLead } from '../access/access.ts'
import type { World } from '../deps.ts'
import { recordInTrajectory } from './learning.record.ts'
import { feedbackForLeads } from './portfolio.repository.ts'

/** What learners let those who lead read along with: chosen by the learner, told to whoever wrote it. */
export function serveSharedFeedback(to: MemberApi, { world }: { world: World }): void {
  serveAsLead(to, peerFeedbackEndpoints.listSharedFeedback, async (session, { params }, trx) => {
    const { trajectory } = params
    const halves = await feedbackForLeads(trx, trajectory)
    const persons: PersonId[] = halves.map(({ person_id }) => person_id)
    await recordInTrajectory(trx, world, {
      ...{ session, trajectory, action: 'portfolio.feedback-shown', persons },
    })
    return { feedback: halves.filter(({ side }) => side === 'giver').map((one) => present(one, halves)) }
  })
}

type Half = Awaited<ReturnType<typeof feedbackForLeads>>[number]

function present(given: Half, halves: readonly Half[]): SharedFeedback {
  const own = halves.find((one) => one.share_id === given.share_id && one.side === 'asker')
  return {
    ...{ id: given.share_id, about: given.about, from: given.from_name, at: given.at },
    ...{ answers: given.answers, own: own?.answers ?? [] },
  }
}
