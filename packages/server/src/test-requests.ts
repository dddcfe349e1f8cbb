/** One good request per endpoint, in a story: what the tests over all routes begin with. */

import type { accessEndpoints } from '@weerklank/core/access/access.contract'
import type { emergencyEndpoints } from '@weerklank/core/access/emergency.contract'
import type { guestsEndpoints } from '@weerklank/core/access/guests.contract'
import type { workspacesEndpoints } from '@weerklank/core/access/workspaces.contract'
import type { analysisEndpoints } from '@weerklank/core/analysis/analysis.contract'
import type { exchangeEndpoints } from '@weerklank/core/analysis/exchange.contract'
import type { pictureEndpoints } from '@weerklank/core/analysis/pictures.contract'
import type { consentEndpoints } from '@weerklank/core/consent/consent.contract'
import type { personEndpoints } from '@weerklank/core/consent/person.contract'
import type { afterEndpoints } from '@weerklank/core/dialogue/after.contract'
import type { liveEndpoints } from '@weerklank/core/dialogue/live.contract'
import type { meetingEndpoints } from '@weerklank/core/dialogue/meeting.contract'
import type { caseloadEndpoints } from '@weerklank/core/feedback/caseload.contract'
import type { challengeEndpoints } from '@weerklank/core/feedback/challenge.contract'
import type { checkExportEndpoints } from '@weerklank/core/feedback/check-export.contract'
import type { exportJobEndpoints } from '@weerklank/core/feedback/export-job.contract'
import type { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import type { formInvitationEndpoints } from '@weerklank/core/feedback/form-invitation.contract'
import type { mutualEndpoints } from '@weerklank/core/feedback/mutual.contract'
import type { formPaperEndpoints, paperEndpoints } from '@weerklank/core/feedback/paper.contract'
import type { planEndpoints } from '@weerklank/core/feedback/plan.contract'
import type { ruptureEndpoints } from '@weerklank/core/feedback/rupture.contract'
import type { supervisionShareEndpoints } from '@weerklank/core/feedback/supervision.contract'
import type { formWaysInEndpoints, waysInEndpoints } from '@weerklank/core/feedback/ways-in.contract'
import type { buddyEndpoints } from '@weerklank/core/learning/buddy.contract'
import type { learnerEndpoints } from '@weerklank/core/learning/learner.contract'
import type { momentEndpoints } from '@weerklank/core/learning/moment.contract'
import type { monitorEndpoints } from '@weerklank/core/learning/monitor.contract'
import type { nudgeEndpoints } from '@weerklank/core/learning/nudge.contract'
import type { peerFeedbackEndpoints } from '@weerklank/core/learning/peer-feedback.contract'
import type { reportEndpoints } from '@weerklank/core/learning/report.contract'
import type { surveyEndpoints } from '@weerklank/core/learning/survey.contract'
import type { trajectoryEndpoints } from '@weerklank/core/learning/trajectory.contract'
import type { practiceEndpoints } from '@weerklank/core/library/practice.contract'
import type { workingNoteEndpoints } from '@weerklank/core/ownership/working-note.contract'
import type { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import type { relationImportEndpoints } from '@weerklank/core/relation/relation-import.contract'
import type { circleEndpoints } from '@weerklank/core/team/circle.contract'
import type { circleCheckEndpoints } from '@weerklank/core/team/circle-check.contract'
import type { debriefEndpoints } from '@weerklank/core/team/debrief.contract'
import type { glossaryEndpoints } from '@weerklank/core/team/glossary.contract'
import type { networkEndpoints } from '@weerklank/core/team/network.contract'
import type { teamEndpoints } from '@weerklank/core/team/team.contract'
import type { tensionEndpoints } from '@weerklank/core/team/tension.contract'
import { participantInput, relationBody } from './test-factories.ts'
import { endpoints, ownSignInEndpoints, roleEndpoints } from './test-member.ts'
import { afterRequests } from './test-requests.after.ts'
import { analysisRequests } from './test-requests.analysis.ts'
import { betweenRequests } from './test-requests.between.ts'
import { buddyRequests } from './test-requests.buddies.ts'
import { caseloadRequests } from './test-requests.caseload.ts'
import { circleCheckRequests } from './test-requests.circle-checks.ts'
import { circleRequests } from './test-requests.circles.ts'
import { consentRequests } from './test-requests.consent.ts'
import { exchangeRequests } from './test-requests.exchange.ts'
import { exportRequests } from './test-requests.exports.ts'
import { formAskingRequests } from './test-requests.form-asking.ts'
import { glossaryRequests } from './test-requests.glossary.ts'
import { liveRequests } from './test-requests.live.ts'
import { meetingRequests } from './test-requests.meetings.ts'
import { momentRequests } from './test-requests.moments.ts'
import { monitorRequests } from './test-requests.monitor.ts'
import { networkRequests } from './test-requests.network.ts'
import { noteRequests } from './test-requests.notes.ts'
import { pictureRequests } from './test-requests.pictures.ts'
import { planRequests } from './test-requests.plans.ts'
import { portfolioRequests } from './test-requests.portfolio.ts'
import { practiceRequests } from './test-requests.practice.ts'
import { reportRequests } from './test-requests.report.ts'
import { roundRequests } from './test-requests.rounds.ts'
import { strainRequests } from './test-requests.strain.ts'
import { supervisionRequests } from './test-requests.supervision.ts'
import { trajectoryRequests } from './test-requests.trajectory.ts'
import type { GoodRequest, Story } from './test-requests.types.ts'
import { waysInRequests } from './test-requests.ways-in.ts'
import { mutualRequests } from './test-requests-mutual.ts'
import type { Running } from './test-running.ts'

type Endpoints = typeof accessEndpoints &
  typeof workspacesEndpoints &
  typeof guestsEndpoints &
  typeof emergencyEndpoints &
  typeof relationEndpoints &
  typeof relationImportEndpoints &
  typeof feedbackEndpoints &
  typeof checkExportEndpoints &
  typeof exportJobEndpoints &
  typeof mutualEndpoints &
  typeof supervisionShareEndpoints &
  typeof meetingEndpoints &
  typeof circleEndpoints &
  typeof afterEndpoints &
  typeof liveEndpoints &
  typeof caseloadEndpoints &
  typeof challengeEndpoints &
  typeof planEndpoints &
  typeof formInvitationEndpoints &
  typeof waysInEndpoints &
  typeof formWaysInEndpoints &
  typeof paperEndpoints &
  typeof formPaperEndpoints &
  typeof ruptureEndpoints &
  typeof teamEndpoints &
  typeof networkEndpoints &
  typeof practiceEndpoints &
  typeof consentEndpoints &
  typeof personEndpoints &
  typeof analysisEndpoints &
  typeof exchangeEndpoints &
  typeof pictureEndpoints &
  typeof trajectoryEndpoints &
  typeof learnerEndpoints &
  typeof buddyEndpoints &
  typeof glossaryEndpoints &
  typeof tensionEndpoints &
  typeof debriefEndpoints &
  typeof circleCheckEndpoints &
  typeof monitorEndpoints &
  typeof nudgeEndpoints &
  typeof peerFeedbackEndpoints &
  typeof reportEndpoints &
  typeof surveyEndpoints &
  typeof momentEndpoints &
  typeof workingNoteEndpoints
export type EndpointId = Endpoints[keyof Endpoints]['id']
export type { GoodRequest, Story } from './test-requests.types.ts'

const inRelation = (story: Story) => ({ relation: story.relation.id })

/** Complete by its type: an endpoint without a row does not compile. */
export const goodRequests: Readonly<Record<EndpointId, GoodRequest>> = {
  getMe: { reaches: 'self', parts: () => ({}), wrong: null, audit: null },
  setLanguage: {
    reaches: 'self',
    parts: () => ({ body: { language: 'en' } }),
    wrong: ['language', 'de'],
    audit: null,
  },
  ...roundRequests,
  ...trajectoryRequests,
  ...buddyRequests,
  ...glossaryRequests,
  ...circleCheckRequests,
  ...betweenRequests,
  ...portfolioRequests,
  ...practiceRequests,
  ...networkRequests,
  ...momentRequests,
  ...monitorRequests,
  ...reportRequests,
  listMembers: { reaches: 'self', parts: () => ({}), wrong: null, audit: null },
  listPlaces: { reaches: 'self', parts: () => ({}), wrong: null, audit: null },
  choosePlace: {
    reaches: 'self',
    parts: (app) => ({ body: { workspace: app.workspace } }),
    wrong: ['workspace', 'here'],
    audit: null,
  },
  inviteGuest: {
    reaches: 'relation',
    parts: (app, story) => ({
      params: inRelation(story),
      body: {
        ...{ id: app.world.newId(), email: `anna@${app.world.newId()}.example`, name: 'Anna' },
        ...{ organisation: 'School De Boog', voice: 'colleague' },
      },
    }),
    wrong: ['email', 'anna'],
    audit: 'guest.invited',
  },
  openEmergency: {
    reaches: 'overview',
    parts: (app) => ({
      body: { id: app.world.newId(), title: 'Niemand', reason: 'De vaste hulpverlener is ziek.' },
    }),
    wrong: ['reason', 'ziek'],
    audit: 'emergency.opened',
  },
  listEmergencies: {
    reaches: 'relation',
    parts: (_, story) => ({ params: inRelation(story) }),
    wrong: null,
    audit: 'emergency.read',
  },
  endEmergency: {
    reaches: 'relation',
    parts: (_, story) => ({ params: inRelation(story) }),
    wrong: null,
    audit: 'emergency.ended',
  },
  getSignInOptions: { reaches: 'everyone', parts: () => ({}), wrong: null, audit: null },
  createRelation: {
    reaches: 'overview',
    parts: (app) => ({ body: relationBody(app) }),
    wrong: ['situation', 'intake'],
    audit: 'relation.created',
  },
  previewRelationImport: {
    reaches: 'overview',
    parts: () => ({ body: { text: 'naam;rol\nSiri;client' } }),
    wrong: ['text', ''],
    audit: 'relation.listed',
  },
  importRelations: {
    reaches: 'overview',
    parts: (app) => ({ body: { id: app.world.newId<string>(), text: 'naam;rol\nSiri;client' } }),
    wrong: ['text', 'naam;rol\nSiri;tovenaar'],
    audit: 'relation.created',
  },
  getRelation: {
    reaches: 'relation',
    parts: (_, story) => ({ params: inRelation(story) }),
    wrong: null,
    audit: 'relation.read',
  },
  editRelation: {
    reaches: 'relation',
    parts: (app, story) => {
      const { id: _, ...body } = relationBody(app, { title: 'Lina, Samira en Noor' })
      const kept = [story.lina, story.samira].map(({ active: __, ...person }) => person)
      const colleague = participantInput(app, { name: 'Bram', voice: 'colleague', member: story.colleague })
      const bram = { ...colleague, id: bramOf(story) }
      return { params: inRelation(story), body: { ...body, version: 1, participants: [...kept, bram] } }
    },
    wrong: ['checkEveryDays', 0],
    audit: 'relation.edited',
  },
  closeRelation: {
    reaches: 'relation',
    parts: (_, story) => ({ params: inRelation(story), body: { closed: true } }),
    wrong: ['closed', 'yes'],
    audit: 'relation.closed',
  },
  addNote: {
    reaches: 'relation',
    parts: (app, story) => ({
      params: inRelation(story),
      body: { id: app.world.newId(), kind: 'helps', text: 'samen wandelen', toldBy: '' },
    }),
    wrong: ['text', '  '],
    audit: 'note.added',
  },
  removeNote: {
    reaches: 'relation',
    parts: (_, story) => ({ params: { ...inRelation(story), note: story.note } }),
    wrong: null,
    audit: 'note.removed',
  },
  planContact: {
    reaches: 'relation',
    parts: (app, story) => ({ params: inRelation(story), body: { id: app.world.newId(), ...aContact(app) } }),
    wrong: ['at', '2026-02-30T09:00:00Z'],
    audit: 'contact.planned',
  },
  editContact: {
    reaches: 'relation',
    parts: (app, story) => ({
      params: { ...inRelation(story), contact: story.contact },
      body: aContact(app),
    }),
    wrong: ['kind', 'party'],
    audit: 'contact.edited',
  },
  removeContact: {
    reaches: 'relation',
    parts: (_, story) => ({ params: { ...inRelation(story), contact: story.spareContact } }),
    wrong: null,
    audit: 'contact.removed',
  },
  getToday: { reaches: 'overview', parts: () => ({}), wrong: null, audit: 'today.read' },
  exportChecks: {
    reaches: 'overview',
    parts: () => ({ query: { format: 'json', purpose: 'care' } }),
    wrong: ['purpose', 'curiosity'],
    audit: 'checks.exported',
  },
  listRelations: {
    reaches: 'overview',
    parts: () => ({ query: { search: 'lina', from: '0' } }),
    wrong: ['from', '-1'],
    audit: 'relation.listed',
  },
  getRelationFeedback: {
    reaches: 'relation',
    parts: (_, story) => ({ params: inRelation(story) }),
    wrong: null,
    audit: 'feedback.read',
  },
  getFittingChecks: {
    reaches: 'relation',
    parts: (_, story) => ({ params: inRelation(story) }),
    wrong: null,
    audit: 'relation.read',
  },
  ...planRequests,
  ...formAskingRequests,
  ...waysInRequests,
  ...exportRequests,
  ...mutualRequests,
  createInvitation: {
    reaches: 'relation',
    parts: (app, story) => ({
      params: inRelation(story),
      body: { id: app.world.newId(), participant: story.lina.id, contact: story.contact },
    }),
    wrong: ['participant', 'lina'],
    audit: 'invitation.created',
  },
  renewInvitation: {
    reaches: 'relation',
    parts: (_, story) => ({ params: { ...inRelation(story), invitation: story.openInvitation } }),
    wrong: null,
    audit: 'invitation.renewed',
  },
  revokeInvitation: {
    reaches: 'relation',
    parts: (_, story) => ({ params: { ...inRelation(story), invitation: story.openInvitation } }),
    wrong: null,
    audit: 'invitation.revoked',
  },
  closeSignals: {
    reaches: 'relation',
    parts: (_, story) => ({
      params: inRelation(story),
      body: { signals: story.openSignals, outcome: 'discussed', note: '' },
    }),
    wrong: ['outcome', 'solved'],
    audit: 'signal.closed',
  },
  createAgreement: {
    reaches: 'relation',
    parts: (app, story) => ({
      params: inRelation(story),
      body: {
        ...{ id: app.world.newId(), text: 'Noor belt.', participants: [story.lina.id] },
        ...{ askBack: true, signals: [] },
      },
    }),
    wrong: ['participants', []],
    audit: 'agreement.made',
  },
  endAgreement: {
    reaches: 'relation',
    parts: (_, story) => ({
      params: { ...inRelation(story), agreement: story.clients[0]?.agreement ?? '' },
      body: { ended: true },
    }),
    wrong: ['ended', 1],
    audit: 'agreement.ended',
  },
  ...consentRequests,
  ...strainRequests,
  ...supervisionRequests,
  ...meetingRequests,
  ...circleRequests,
  ...afterRequests,
  ...liveRequests,
  ...analysisRequests,
  ...pictureRequests,
  ...exchangeRequests,
  ...caseloadRequests,
  ...noteRequests,
}

export const endpointRows = endpoints
  .filter((endpoint) => ![...ownSignInEndpoints, ...roleEndpoints].includes(endpoint))
  .map((endpoint) => ({
    endpoint,
    name: `${endpoint.method} ${endpoint.path}`,
    row: goodRequests[endpoint.id as EndpointId],
  }))

function aContact(app: Running) {
  return { kind: 'contact', at: app.clock.now(), place: '', summary: 'Rustig gepraat.' }
}

function bramOf(story: Story): string {
  const bram = story.relation.relation.participants.find((one) => one.member === story.colleague.member)
  return bram?.id ?? ''
}
