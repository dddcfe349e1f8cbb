/** One good request per endpoint of asking with a form (see test-requests.ts). */
import type { formInvitationEndpoints } from '@weerklank/core/feedback/form-invitation.contract'
import type { GoodRequest, Story } from './test-requests.types.ts'

const inRelation = (story: Story) => ({ relation: story.relation.id })

type Id = (typeof formInvitationEndpoints)[keyof typeof formInvitationEndpoints]['id']

export const formAskingRequests: Readonly<Record<Id, GoodRequest>> = {
  getRelationForms: {
    reaches: 'relation',
    parts: (_, story) => ({ params: inRelation(story) }),
    wrong: null,
    audit: 'form-invitation.read',
  },
  getFormAnswer: {
    reaches: 'relation',
    parts: (_, story) => ({ params: { ...inRelation(story), answer: story.formAnswer } }),
    wrong: null,
    audit: 'form-response.read',
  },
  askForm: {
    reaches: 'relation',
    parts: (app, story) => ({
      params: inRelation(story),
      body: { id: app.world.newId(), participant: story.lina.id, form: story.form },
    }),
    wrong: ['participant', 'lina'],
    audit: 'form-invitation.created',
  },
  renewFormInvitation: {
    reaches: 'relation',
    parts: (_, story) => ({ params: { ...inRelation(story), invitation: story.formInvitation } }),
    wrong: null,
    audit: 'form-invitation.renewed',
  },
  revokeFormInvitation: {
    reaches: 'relation',
    parts: (_, story) => ({ params: { ...inRelation(story), invitation: story.formInvitation } }),
    wrong: null,
    audit: 'form-invitation.revoked',
  },
}
