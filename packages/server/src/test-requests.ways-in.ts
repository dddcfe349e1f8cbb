import type { formPaperEndpoints, paperEndpoints } from '@weerklank/core/feedback/paper.contract'
import type { formWaysInEndpoints, waysInEndpoints } from '@weerklank/core/feedback/ways-in.contract'
import type { GoodRequest, Story } from './test-requests.types.ts'

const ofForm = (story: Story) => ({ relation: story.relation.id, invitation: story.formInvitation })
const ofOpen = (story: Story) => ({ relation: story.relation.id, invitation: story.openInvitation })

type IdOf<Endpoints extends Record<string, { id: string }>> = Endpoints[keyof Endpoints]['id']
type Id =
  | IdOf<typeof waysInEndpoints>
  | IdOf<typeof paperEndpoints>
  | IdOf<typeof formWaysInEndpoints>
  | IdOf<typeof formPaperEndpoints>

/** Ways to a question beside its link. */
export const waysInRequests: Readonly<Record<Id, GoodRequest>> = {
  getWaysIn: {
    reaches: 'relation',
    parts: (_, story) => ({ params: ofOpen(story) }),
    wrong: null,
    audit: null,
  },
  mailInvitation: {
    reaches: 'relation',
    parts: (_, story) => ({ params: ofOpen(story), body: { email: 'lina@post.example' } }),
    wrong: ['email', 'lina'],
    audit: 'invitation.mailed',
  },
  handOverInvitation: {
    reaches: 'relation',
    parts: (_, story) => ({ params: ofOpen(story) }),
    wrong: null,
    audit: 'invitation.handed-over',
  },
  makeKioskCode: {
    reaches: 'relation',
    parts: (_, story) => ({ params: ofOpen(story) }),
    wrong: null,
    audit: 'invitation.coded',
  },
  printPaper: {
    reaches: 'relation',
    parts: (_, story) => ({ params: ofOpen(story) }),
    wrong: null,
    audit: 'invitation.printed',
  },
  getPaperForm: {
    reaches: 'relation',
    parts: (_, story) => ({ params: ofOpen(story) }),
    wrong: null,
    audit: 'feedback.read',
  },
  enterPaper: {
    reaches: 'relation',
    parts: (app, story) => ({
      params: ofOpen(story),
      body: { answeredOn: app.clock.now().slice(0, 10), fields: { 'a.heard': '7.5' } },
    }),
    wrong: ['answeredOn', '2026-02-30'],
    audit: 'response.entered',
  },
  getFormWaysIn: {
    reaches: 'relation',
    parts: (_, story) => ({ params: ofForm(story) }),
    wrong: null,
    audit: null,
  },
  mailFormInvitation: {
    reaches: 'relation',
    parts: (_, story) => ({ params: ofForm(story), body: { email: 'lina@post.example' } }),
    wrong: ['email', 'lina'],
    audit: 'form-invitation.mailed',
  },
  handOverFormInvitation: {
    reaches: 'relation',
    parts: (_, story) => ({ params: ofForm(story) }),
    wrong: null,
    audit: 'form-invitation.handed-over',
  },
  makeFormKioskCode: {
    reaches: 'relation',
    parts: (_, story) => ({ params: ofForm(story) }),
    wrong: null,
    audit: 'form-invitation.coded',
  },
  printFormPaper: {
    reaches: 'relation',
    parts: (_, story) => ({ params: ofForm(story) }),
    wrong: null,
    audit: 'form-invitation.printed',
  },
  typeFormPaper: {
    reaches: 'relation',
    parts: (app, story) => ({
      params: ofForm(story),
      body: { answeredOn: app.clock.now().slice(0, 10) },
    }),
    wrong: ['answeredOn', '2026-02-30'],
    audit: 'form-invitation.typed',
  },
}
