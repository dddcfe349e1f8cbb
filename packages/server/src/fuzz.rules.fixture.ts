/** What must stand in the record after an answer that holds content: a rule for every endpoint, and every exception with its reason. */
import type { AuditAction } from '@weerklank/core/audit/audit'
import type { Endpoint } from '@weerklank/core/shared/endpoint'
import { ownSignInEndpoints } from './test-member.ts'
import { type EndpointId, goodRequests } from './test-requests.ts'

export type RecordRule = { actions: readonly AuditAction[] } | { nothing: string }

const ownSignIn = 'Her own ways to sign in and her own devices: nothing about anybody else.'

/** Without content, so that nothing has to be written down; with the reason. */
export const without: Readonly<Record<string, string>> = {
  getMe: 'Who one is oneself.',
  setLanguage: 'Her own language.',
  listMembers: 'With whom one works, known to everybody who works here.',
  listPlaces: 'Her own places.',
  choosePlace: 'Her own choice where she works.',
  getSignInOptions: 'Stands on the page before the sign-in.',
  lookAheadRetention: 'Asks for counting; what came out is read by getRetention.',
  listFormLicences: 'Of which questionnaires a licence ends: nothing about anybody.',
  getReflectionTexts: 'Sentences and questions of the product, the same for everybody.',
  listExportJobs: 'Which files she had made herself: a kind, a moment and how far they are.',
  readExportJob: 'How far a file of her own is.',
  getFormWaysIn: 'Whether mail goes out here, and how many letters were sent: nothing of anybody.',
  getWaysIn: 'Whether mail goes out here, and how many letters were sent: nothing of anybody.',
  answerCircleCheck:
    'Who answered, and when, would tell who did not yet; her answer is hers and says so itself.',
  takeBackCircleAnswer: 'What is taken back was in no line of the record, and nobody may see whose it was.',
  recognisePractice: 'Only how many know it; who said so is told to nobody, so it stands in no record.',
  writeInMeetingLive:
    'Who wrote when in silence would tell who wrote what; what is open is in the record when it is read.',
  tryForm:
    'What a form computes from answers that she made up herself: nothing of anybody, and nothing of it stays.',
  listStartingCodebooks: 'Codes of the product to begin with, the same for everybody: nothing of anybody.',
  listTrajectoryTemplates: 'Templates of the product, the same for everybody: nothing of anybody.',
  listMentionCodes: 'Codes of the product to pick from, the same for everybody: nothing of anybody.',
  listMyPlaces: 'Where she takes part herself.',
  listLectureSurveys:
    'Which lectures there are, with the link that hangs in the room: nothing of anybody, nor how many answered.',
  listFormats: 'Formats of talking together, of the product and of the organisation: nothing of anybody.',
  whatWorks: 'Counts of groups of five people and more, none of them named: nothing of anybody.',
  getFormat: 'The steps of such a format: nothing of anybody.',
  searchLibrary: 'Items of the product and of the organisation: nothing of anybody.',
  readLibraryItem:
    'Such an item, and how often it helped: nobody stands in it, and her own words she wrote herself.',
  countPractice: 'How many stories fit: nothing of what anybody wrote, and no name.',
  fitLibrary: 'Tags come in and items of the library go out: nothing of anybody.',
  listFitThemes: 'How themes of the product are called: nothing of anybody.',
  listOwnItems: 'Items of the organisation: nothing of anybody.',
  sayLibraryHelped: 'A record of it would keep what the tables do not: who used what, and when.',
  takeBackLibraryUse: 'What is taken back was in no line of the record.',
  listCollections: 'Which collections of items there are: nothing of anybody.',
  readCollection: 'The items of one, and the links that she made herself: nothing of anybody.',
  getSynergyModel: 'What working together well is made of, as the organisation sees it: nothing of anybody.',
  listCodingRounds:
    'Which texts are coded blind, by which colleagues, and who is done: no words and no codes.',
  getSettings: 'What goes for everybody here: a name, a time zone, what signing in asks.',
  ...Object.fromEntries(ownSignInEndpoints.map(({ id }) => [id, ownSignIn])),
}

/** Of those served to a role; the others stand in test-requests.ts. */
const ofRoles: Readonly<Record<string, readonly AuditAction[]>> = {
  getAudit: ['audit.read'],
  exportAudit: ['audit.exported'],
  whatWorksEvidence: ['library.evidence-read'],
  verifyAudit: ['audit.verified', 'audit.found-broken'],
  getOutbox: ['outbox.read'],
  sendTestMail: ['mail.tested'],
  retryMail: ['mail.retried'],
  removeMail: ['mail.removed'],
  listColleagues: ['members.read'],
  inviteColleague: ['member.invited'],
  changeColleague: ['member.changed'],
  endColleague: ['member.ended'],
  inviteColleagueAgain: ['member.invited'],
  changeSettings: ['settings.changed'],
  listKiosks: ['kiosks.read'],
  makeKiosk: ['kiosk.made'],
  revokeKiosk: ['kiosk.revoked'],
  listTokens: ['tokens.read'],
  makeToken: ['token.made'],
  revokeToken: ['token.revoked'],
  listWebhooks: ['webhooks.read'],
  makeWebhook: ['webhook.made'],
  switchWebhook: ['webhook.changed'],
  removeWebhook: ['webhook.removed'],
  listWebhookDeliveries: ['webhooks.read'],
  sendWebhookAgain: ['webhook.sent-again'],
  getResearchRegister: ['research.register-read'],
  getResearchAnswers: ['research.answers-read'],
  makeResearchExport: ['research.exported'],
  listResearchExports: ['research.exports-read'],
  publishResearchExport: ['research.published'],
  getRetention: ['retention.read'],
  changeRetention: ['retention.changed'],
  listTakeaways: ['takeaway.read'],
  getMyData: ['account.data-taken'],
  askTakeaway: ['takeaway.asked'],
  decideTakeaway: ['takeaway.confirmed', 'takeaway.refused'],
  fetchTakeaway: ['takeaway.downloaded'],
  getLegalText: ['legal.read'],
  keepLibraryItem: ['library.item-kept'],
  publishLibraryItem: ['library.item-published'],
  withdrawLibraryItem: ['library.item-withdrawn'],
  importLibraryItems: ['library.item-kept'],
  keepCollection: ['library.collection-kept'],
  removeCollection: ['library.collection-removed'],
  shareCollection: ['library.collection-linked'],
  revokeCollectionLink: ['library.collection-unlinked'],
  takeLibrary: ['library.taken-along'],
  copyFormat: ['format.copied'],
  saveFormat: ['format.changed'],
  publishFormat: ['format.published'],
  withdrawFormat: ['format.withdrawn'],
  listForms: ['form.listed'],
  bringForm: ['form.imported', 'form.changed', 'form.read'],
  getForm: ['form.read'],
  getFormOutline: ['form.read'],
  takeFormAlong: ['form.taken-along'],
  setFormStatus: ['form.published', 'form.retired', 'form.read'],
  sayFormLicenceNeed: ['form.licence-need'],
  listSupervision: ['supervision.listed'],
  getSupervision: ['supervision.read'],
  endSupervision: ['supervision.ended', 'supervision.listed'],
  recordFormLicence: ['licence.recorded', 'licence.changed'],
  endFormLicence: ['licence.ended', 'form.read'],
  previewForm: ['form.read'],
  beginForm: ['form.built', 'form.read'],
  getBuiltForm: ['form.read'],
  saveBuiltForm: ['form.changed', 'form.read'],
}

/** More than one deed by one endpoint: what was done can be undone by it. */
const more: Readonly<Record<string, readonly AuditAction[]>> = {
  closeRelation: ['relation.reopened'],
  closeSignals: ['signal.reopened'],
  // Where nothing of the file is there, she only looked.
  listRuptures: ['feedback.read'],
  noticeRupture: ['signal.closed'],
  changeRupture: ['rupture.read'],
  shareRupture: ['rupture.read'],
  stepRupture: ['rupture.step-undone', 'rupture.read', 'signal.closed'],
  endAgreement: ['agreement.resumed'],
  endEmergency: ['emergency.read'],
  inviteGuest: ['guest.returned'],
  shareForSupervision: ['supervision.listed'],
  stopSupervision: ['supervision.listed'],
  recordConsent: ['consent.refused', 'consent.withdrawn'],
  // Where it stood so already, she only looked.
  revokeKiosk: ['kiosks.read'],
  revokeToken: ['tokens.read'],
  switchWebhook: ['webhooks.read'],
  cancelMeeting: ['meeting.replanned', 'meeting.read'],
  formBuddies: ['trajectory.buddies-read'],
  addLearners: ['trajectory.register-read'],
  setCircleStatus: ['circle.resumed'],
}

/** What was done before is not done again: the answer says how it stands, and holds no content. */
export const repeats: Readonly<Record<string, string>> = {
  closeRound: 'Nothing but that it is done.',
  beginMeetingLive: 'Nothing but that it was begun.',
  moveRoundTalk: 'Nothing: the talk is on that day already.',
  withdrawPractice: 'Her own story, which nobody else sees any more.',
  sharePractice: 'Her own story, which colleagues read already.',
  withdrawCircleCheck: 'Nothing but that it is not there, or never was.',
  importRelations: 'How many were taken in before, and nothing of whom.',
  endColleague: 'Who has no place any more, as the list of colleagues says it.',
  noticeRupture: 'Her own words, as she sent them.',
  saveWorkingNote: 'Her own note, in the words that she sent.',
  enterPaper: 'When it was answered, as he himself typed it over before.',
  bringForm: 'Why it cannot be used: of the words that she sent.',
  markCell: 'Which mark the cell has: the one that she sent.',
  importAnalysis: 'Why it cannot be read: of the file that she sent.',
  revokeInvitation: 'That somebody was asked, and that it was taken back.',
  revokeFormInvitation: 'That somebody was asked, and that it was taken back.',
}

/** Of nobody anything was shown: what an empty answer looks like, where it leaves no line. */
export const empty: Readonly<Record<string, string>> = {
  listOpenRequests: '{"requests":[]}',
  listSupervision: '{"shares":[]}',
  endSupervision: '{"shares":[]}',
}

/** The rule for an endpoint; null for one that nobody thought of. */
export function ruleOf(endpoint: Pick<Endpoint, 'id'>): RecordRule | null {
  const { id } = endpoint
  const nothing = without[id]
  if (nothing !== undefined) return { nothing }
  const deed = Object.hasOwn(goodRequests, id) ? goodRequests[id as EndpointId].audit : null
  const actions = [
    ...(ofRoles[id] ?? []),
    ...((deed === null ? [] : [deed]) as AuditAction[]),
    ...(more[id] ?? []),
  ]
  return actions.length > 0 ? { actions } : null
}

/** Pages behind a link that show nothing of anybody. */
export const linkPagesWithout: readonly (readonly [path: RegExp, why: string])[] = [
  [/^\/p\/[^/]+\/privacy$/, 'What happens with data in general.'],
  [/^\/f\/[^/]+\/taal$/, 'A choice of languages, the same behind every link: nothing is looked up for it.'],
]

/** The pages of a kiosk, each with the one line that it can leave; null where nothing of anybody is shown or done. */
export const kioskPages: readonly (readonly [page: RegExp, line: AuditAction | null, why: string])[] = [
  [/^GET \/kiosk$/, null, 'A field for a code and the name of the organisation.'],
  [/^POST \/kiosk$/, null, 'A code becomes a link; what that opens is in the record when it is opened.'],
  [/^GET \/kiosk\/[^/]+$/, null, 'Asks whether this device is to be a kiosk.'],
  [/^POST \/kiosk\/[^/]+$/, 'kiosk.set-up', 'This device is a kiosk from now on.'],
]
