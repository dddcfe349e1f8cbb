/** The people and programs of the matrix, each in the context in which the application lets them work. */
import type { MeetingId, ParticipantId, PersonId, RoundId } from '@weerklank/core/shared/ids'
import { hashOf } from '../http/link-token.ts'
import type { TestApp } from '../test-app.ts'
import { buildStory } from '../test-story.ts'
import type { Actor } from './access-matrix.expected.ts'
import { asOwner, type Whose } from './access-matrix.fixture.ts'
import type { Context } from './context.ts'

/** Whoever has a place at a table works there as a participant. */
const asParticipant = (place: string) => place as ParticipantId

type Story = Awaited<ReturnType<typeof buildStory>>

/** A story with a second one beside it in the same workspace, and a third in another workspace of the same database. */
export async function buildWorlds(app: TestApp, other: TestApp) {
  const story = await buildStory(app)
  await buildStory(app)
  await buildStory(other)
  const lina = await personOf(app, story.lina.id)
  const samira = await personOf(app, story.samira.id)
  const round = await roundOf(app, story)
  const contexts = await buildActors(app, story, { lina, samira, round })
  const links = new Set(Object.values(contexts).flatMap((context) => context?.token ?? []))
  // The link of a form: that of a check does not open it.
  links.add(await tokenHash(app, 'form_token', lina))
  links.add(await tokenHash(app, 'meeting_link', lina))
  for (const token of story.circle.tokens.slice(0, 1)) links.add(hashOf(token))
  links.add(hashOf(story.report.surveyToken))
  links.add(linaLearns(story).hash)
  return { story, whose: { ...whoseOf(story, { lina, samira, round: round.id }), links }, contexts }
}

function whoseOf(
  story: Story,
  of: { lina: PersonId; samira: PersonId; round: RoundId },
): Omit<Whose, 'links'> {
  const { lina, samira, round } = of
  return {
    own: new Set<string>([
      story.relation.id,
      story.lina.id,
      lina,
      round,
      story.analysis.id,
      ...ownAtTable(story),
      story.learning.trajectory,
      linaLearns(story).id,
    ]),
    members: new Set<string>([story.by.member]),
    next: new Set<string>([
      story.samira.id,
      samira,
      story.colleague.member,
      ...nextAtTable(story),
      ...nextLearning(story),
    ]),
  }
}

async function personOf(app: TestApp, participant: string): Promise<PersonId> {
  const row = await asOwner(app.owner, (trx) =>
    trx
      .selectFrom('participant')
      .select('person_id')
      .where('id', '=', participant as never)
      .executeTakeFirstOrThrow(),
  )
  return row.person_id
}

type Round = { id: RoundId; ticket: string }

async function roundOf(app: TestApp, story: Story): Promise<Round> {
  const row = await asOwner(app.owner, (trx) =>
    trx
      .selectFrom('round')
      .innerJoin('round_ticket', 'round_ticket.round_id', 'round.id')
      .select(['round.id', 'token_hash as ticket'])
      .where('created_by', '=', story.by.member)
      .executeTakeFirstOrThrow(),
  )
  return row
}

async function tokenHash(
  app: TestApp,
  table: 'invitation_token' | 'person_link' | 'form_token' | 'meeting_link',
  person: PersonId,
) {
  const row = await asOwner(app.owner, (trx) =>
    trx.selectFrom(table).select('token_hash').where('person_id', '=', person).executeTakeFirstOrThrow(),
  )
  return row.token_hash
}

async function buildActors(
  app: TestApp,
  story: Story,
  { lina, samira, round }: { lina: PersonId; samira: PersonId; round: Round },
): Promise<Record<Actor, Context | null>> {
  const inside = { workspace: app.workspace, relations: [story.relation.id] }
  const outside = { workspace: app.workspace, relations: [] }
  const someone = async (role: Parameters<TestApp['professional']>[0] & object) => ({
    actor: { member: (await app.professional(role)).member },
    roles: [role.role ?? 'professional'],
  })
  const noor = { actor: { member: story.by.member }, roles: ['professional'] }
  const eva = await someone({ name: 'Eva' })
  const guest = await someone({ name: 'Gijs', role: 'guest' })
  const officer = await someone({ name: 'Pim', role: 'privacy-officer' })
  const ada = await someone({ name: 'Ada', role: 'administrator' })
  const trainer = await someone({ name: 'Tim', role: 'trainer' })
  const coach = await someone({ name: 'Cor', role: 'coach' })
  return {
    none: null,
    ...(await byLink(app, story, { lina, samira })),
    prof: { ...inside, ...noor },
    cons: { ...inside, ...noor, persons: [lina] },
    dele: { ...inside, ...noor, purpose: 'deletion' },
    mine: { ...outside, ...noor, purpose: 'access' },
    else: { ...outside, ...eva },
    emer: { ...outside, ...eva, purpose: 'emergency' },
    open: { ...inside, ...eva, onlyLooks: true },
    faci: { ...inside, ...(await someone({ name: 'Fien', role: 'facilitator' })) },
    gues: { ...inside, ...guest },
    gels: { ...outside, ...guest },
    trin: { ...inside, ...trainer },
    coin: { ...inside, ...coach },
    trai: { ...outside, ...trainer },
    coac: { ...outside, ...coach },
    rese: { ...outside, ...(await someone({ name: 'Rik', role: 'researcher' })) },
    admi: { ...outside, ...ada },
    adme: { ...outside, ...ada, purpose: 'emergency' },
    priv: { ...outside, ...officer },
    audi: { ...outside, ...officer, purpose: 'audit' },
    syst: { ...outside, actor: 'system' },
    work: { ...inside, actor: 'system' },
    ...aroundAnalysis(story, outside, noor),
    ...(await aroundTable(app, story, { lina, noor })),
    ...(await aroundTrajectory(app, story, noor)),
    ...aroundRound({ ...outside, ...noor }, round),
  }
}

/** Who has no account: by a check, or on a page of her own. */
async function byLink(app: TestApp, story: Story, { lina, samira }: { lina: PersonId; samira: PersonId }) {
  const inside = { workspace: app.workspace, relations: [story.relation.id] }
  const link = { workspace: app.workspace, relations: [], actor: 'link' as const }
  const answering = { ...inside, actor: { participant: story.lina.id } }
  const ownPage = { ...inside, actor: { person: lina }, participants: [story.lina.id] }
  return {
    link: { ...link, token: await tokenHash(app, 'invitation_token', lina) },
    page: { ...link, token: await tokenHash(app, 'person_link', lina) },
    resp: answering,
    // Her answer goes to research only where she said yes.
    stor: { ...answering, storing: lina },
    self: ownPage,
    look: { ...ownPage, purpose: 'access' as const },
    acco: { ...link, actor: { person: lina }, purpose: 'account' as const },
    ...asParent({ ...inside, actor: { person: samira } }, story, lina),
  }
}

/** Her own places, and the choices of her child; while she reads, the child's places instead of her own. */
function asParent(parent: Context, story: Story, child: PersonId) {
  const page = { ...parent, persons: [child] }
  return {
    pare: { ...page, participants: [story.samira.id] },
    paro: { ...page, participants: [story.lina.id] },
  }
}

function aroundRound(leader: Context, { id: round, ticket: token }: Round) {
  const ticket: Context = { workspace: leader.workspace, relations: [], actor: 'link', token }
  return {
    lead: { ...leader, rounds: [round] },
    resu: { ...leader, rounds: [round], purpose: 'results' as const },
    tick: ticket,
    answ: { ...ticket, rounds: [round] },
    scru: { workspace: ticket.workspace, relations: [], actor: 'system' as const, purpose: 'names' as const },
  }
}

function aroundAnalysis(
  { analysis }: Story,
  outside: Pick<Context, 'workspace' | 'relations'>,
  noor: Pick<Context, 'actor' | 'roles'>,
) {
  const here = { ...outside, analyses: [analysis.id] }
  return {
    anal: { ...here, ...noor },
    flow: { ...here, actor: 'system' as const, purpose: 'corpus' as const },
  }
}

/** Lina in the trajectory of the story, with the hash of her link. */
function linaLearns({ learning }: Story) {
  const [lina] = learning.learners
  if (lina === undefined) throw new Error('Lina takes part in the trajectory')
  return { ...lina, hash: hashOf(lina.token) }
}

const nextLearning = ({ learning }: Story) => learning.learners.slice(1).map(({ id }) => id)

/** Who leads a trajectory, who reads its monitor, and a learner: before and after it is known who comes by the link. */
async function aroundTrajectory(app: TestApp, story: Story, noor: Pick<Context, 'actor' | 'roles'>) {
  const outside = { workspace: app.workspace, relations: [] }
  const here = [story.learning.trajectory]
  const reader = await app.professional({ name: 'Roos', role: 'researcher' })
  const lina = linaLearns(story)
  return {
    head: { ...outside, ...noor, leads: here },
    moni: { ...outside, actor: { member: reader.member }, roles: ['researcher'], monitors: here },
    door: { ...outside, actor: 'link' as const, token: lina.hash },
    lear: { ...outside, actor: { participant: asParticipant(lina.id) }, joins: here },
  }
}

/** The meetings of the story: one that is planned, one that is held now, one that is over; and whose places are at the table. */
const meetingsOf = ({ table, live, after }: Story) => [table.meeting, live, after.meeting]
const ownAtTable = (story: Story) => [...meetingsOf(story), ...story.table.places.slice(0, 1)]
const nextAtTable = ({ table, after }: Story) => [
  table.noorsPlace,
  after.noorsPlace,
  ...table.places.slice(1),
]

/** A colleague at the tables, who came by a link to one of them, and the program that leads a meeting on. */
async function aroundTable(
  app: TestApp,
  story: Story,
  { lina, noor }: { lina: PersonId; noor: Pick<Context, 'actor'> },
) {
  const { table, after } = story
  const at = (meetings: Context['meetings'] & object) => ({
    workspace: app.workspace,
    relations: [],
    meetings,
  })
  const places = await asOwner(app.owner, (trx) =>
    trx.selectFrom('meeting_place').select(['id', 'meeting_id']).where('person_id', '=', lina).execute(),
  )
  const seatAt = (meeting: MeetingId) => {
    const place = places.find((row) => row.meeting_id === meeting)
    if (place === undefined) throw new Error('Lina has a place at the table')
    return { ...at([meeting]), actor: { participant: asParticipant(place.id) } }
  }
  const noors = [asParticipant(table.noorsPlace), asParticipant(after.noorsPlace)]
  return {
    tabl: { ...at(meetingsOf(story)), ...noor, participants: noors },
    seat: seatAt(table.meeting),
    past: seatAt(after.meeting),
    held: { ...at(meetingsOf(story)), actor: 'system' as const, purpose: 'reveal' as const },
  }
}
