/** A relation in which everything has happened once, so that every tenant table holds rows of it. */
import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { echoField } from '@weerklank/core/feedback/submission'
import { type Participant, relationEndpoints } from '@weerklank/core/relation/relation.contract'
import type { AgreementId, ContactId, NoteId, RelationId } from '@weerklank/core/shared/ids'
import {
  answerFields,
  type BuiltRelation,
  buildAnswer,
  buildInvitation,
  buildProfessional,
  buildRelation,
} from './test-factories.ts'
import { asMember, type Person } from './test-member.ts'
import { buildRounds } from './test-round.ts'
import type { Running } from './test-running.ts'
import { buildAfter } from './test-story-after.ts'
import { buildAnalysis } from './test-story-analysis.ts'
import { buildBetween } from './test-story-between.ts'
import { buildBuddies } from './test-story-buddies.ts'
import { buildCircleChecks } from './test-story-circle-checks.ts'
import { buildCircle } from './test-story-circles.ts'
import { buildExports } from './test-story-exports.ts'
import { buildFormAsking } from './test-story-form-asking.ts'
import { buildFormat } from './test-story-formats.ts'
import { buildForms } from './test-story-forms.ts'
import { buildGlossary } from './test-story-glossary.ts'
import { buildKiosk } from './test-story-kiosk.ts'
import { buildLearning } from './test-story-learning.ts'
import { buildLibrary } from './test-story-library.ts'
import { buildLicence } from './test-story-licences.ts'
import { buildLive } from './test-story-live.ts'
import { buildMeetings } from './test-story-meetings.ts'
import { buildMutual } from './test-story-mutual.ts'
import { buildNetwork } from './test-story-network.ts'
import { buildPictures } from './test-story-pictures.ts'
import { buildPlans } from './test-story-plans.ts'
import { buildPortfolio } from './test-story-portfolio.ts'
import { buildPractice } from './test-story-practice.ts'
import { buildPrograms } from './test-story-programs.ts'
import { buildReport } from './test-story-report.ts'
import { buildStrain } from './test-story-strain.ts'
import { buildChallenge, buildSupervision } from './test-story-supervision.ts'
import { buildTrust } from './test-story-trust.ts'
import { buildWords } from './test-story-words.ts'

const hourMs = 3_600_000

/** Two clients and a colleague, a contact, notes; each client answered low, agreed on something, and was asked back. */
export async function buildStory(app: Running) {
  const by = await buildProfessional(app, { name: 'Noor' })
  const colleague = await buildProfessional(app, { name: 'Bram' })
  const participants = [
    { name: 'Lina' },
    { name: 'Samira', voice: 'mother' as const, address: 'u' as const },
    { name: 'Bram', voice: 'colleague' as const, member: colleague },
  ]
  const relation = await buildRelation(app, { by, participants })
  const [lina, samira] = relation.relation.participants.filter((one) => one.member === null)
  if (lina === undefined || samira === undefined) throw new Error('Both clients take part')
  const contact = app.world.newId<ContactId>()
  const noor = asMember(app, by)
  const params = { relation: relation.id }
  await noor.call(relationEndpoints.planContact, {
    params,
    body: { id: contact, kind: 'contact', at: app.clock.now(), place: 'thuis', summary: '' },
  })
  const note = app.world.newId<NoteId>()
  const text = 'rustig beginnen'
  await noor.call(relationEndpoints.addNote, {
    params,
    body: { id: note, kind: 'helps', text, toldBy: 'Lina' },
  })
  const first = await askAgreeAndAskBack(app, { relation, participant: lina, contact })
  const second = await askAgreeAndAskBack(app, { relation, participant: samira, contact })
  const clients = [first, second] as const
  const spareContact = app.world.newId<ContactId>()
  await noor.call(relationEndpoints.planContact, {
    params,
    body: { id: spareContact, kind: 'contact', at: app.clock.now(), place: '', summary: 'Even gebeld.' },
  })
  const open = await buildInvitation(app, { in: relation, participant: lina })
  const around = await buildAround(app, { relation: relation.id, by, clients })
  const { signals } = await noor.call(feedbackEndpoints.relationFeedback, { params })
  const practice = await buildPractice(app, { by: by.member, colleague: colleague.member })
  const openSignals = signals.filter((one) => one.outcome === null).map((one) => one.id)
  return {
    ...{ by, colleague, relation, lina, samira, contact, spareContact, note, clients },
    ...around,
    ...{ openInvitation: open.invitation.id, openLink: open.link, openSignals, practice },
  }
}

type Client = Awaited<ReturnType<typeof askAgreeAndAskBack>>

/** What the other rooms keep of a collaboration and of who works in it. */
async function buildAround(
  app: Running,
  of: { relation: RelationId; by: Person; clients: readonly [Client, Client] },
) {
  const people = of.clients.map((one) => one.participant.id)
  const asked = of.clients.map((one) => ({ client: one.participant.id, invitation: one.back.invitation.id }))
  const here = { relation: of.relation, by: of.by.member, clients: people }
  const rounds = await buildRounds(app, of.by)
  const trust = await buildTrust(app, here)
  const form = await buildForms(app, here)
  const asking = await buildFormAsking(app, { ...here, form })
  const licence = await buildLicence(app, { form, by: here.by })
  const format = await buildFormat(app, here)
  const library = await buildLibrary(app, here)
  const analysis = await buildAnalysis(app, here)
  const pictures = await buildPictures(app, { by: here.by, analysis })
  const tables = await buildTables(app, here)
  const learns = await buildLearningRoom(app, here)
  const webhook = await buildPrograms(app, here)
  const strain = await buildStrain(app, here)
  const mutual = await buildMutual(app, { ...here, asked })
  await buildPlans(app, { ...here, asked })
  await buildKiosk(app, { ...here, asked })
  const exports = await buildExports(app, here)
  const looking = { ...(await buildSupervision(app, here)), ...(await buildChallenge(app, here)) }
  return {
    ...rounds,
    ...trust,
    ...strain,
    ...mutual,
    ...asking,
    ...exports,
    ...looking,
    form,
    format,
    library,
    analysis,
    pictures,
    ...tables,
    ...learns,
    licence,
    webhook,
  }
}

/** Meetings that are planned, held and going on; and the collaboration as a network. */
async function buildTables(app: Running, here: Parameters<typeof buildMeetings>[1]) {
  const table = await buildMeetings(app, here)
  const after = await buildAfter(app, { meeting: table.meeting, by: here.by })
  const live = await buildLive(app, here)
  const circle = await buildCircle(app, here)
  const checks = await buildCircleChecks(app, { ...here, ...circle })
  const network = await buildNetwork(app, { ...here, ...circle })
  const glossary = await buildGlossary(app, { ...here, circle: circle.circle, meeting: table.meeting })
  return { table, after, live, circle, checks, network, glossary }
}

/** A trajectory, and what hangs from it. */
async function buildLearningRoom(app: Running, here: Parameters<typeof buildLearning>[1]) {
  const learning = await buildLearning(app, here)
  await buildPortfolio(app, learning)
  const words = await buildWords(app, { learning, by: here.by })
  const report = await buildReport(app, { learning, by: here.by })
  const buddies = await buildBuddies(app, { learning, by: here.by })
  return { learning, report, words, buddies, between: await buildBetween(app, { learning, by: here.by }) }
}

async function askAgreeAndAskBack(
  app: Running,
  of: { relation: BuiltRelation; participant: Participant; contact: ContactId },
) {
  const { relation, participant, contact } = of
  const low = await buildAnswer(app, { in: relation, participant, contact, value: '2' })
  app.clock.advance(hourMs)
  const noor = asMember(app, relation.by)
  const params = { relation: relation.id }
  const feedback = await noor.call(feedbackEndpoints.relationFeedback, { params })
  const signals = feedback.signals.filter((one) => one.participant === participant.id).map((one) => one.id)
  const agreement = app.world.newId<AgreementId>()
  await noor.call(feedbackEndpoints.agree, {
    params,
    body: { id: agreement, text: 'Eerst bijpraten.', participants: [participant.id], askBack: true, signals },
  })
  app.clock.advance(hourMs)
  const fields = { ...answerFields('6'), [echoField(agreement)]: 'a-bit' }
  const back = await buildAnswer(app, { in: relation, participant, fields })
  app.clock.advance(hourMs)
  return { participant, low, signals, agreement, back }
}
