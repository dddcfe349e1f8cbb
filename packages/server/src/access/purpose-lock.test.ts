/** Nothing here can put people who work in an order, and nothing leaves for personnel or purchasing (A35, F19). */
import type { Endpoint } from '@weerklank/core/shared/endpoint'
import { memberId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { endpoints } from '../test-member.ts'
import { askable, asksPurpose, orderFindings, rankingFindings } from './purpose-lock.fixture.ts'

const whereOneIs =
  'a tag of where one is in the product, so that the library can offer what fits: nobody is in it'

/** All that a query can ask anywhere, and why it orders nobody. */
const mayBeAsked: Readonly<Record<string, string>> = {
  search: 'words in one’s own collaborations',
  closed: 'with or without those that ended',
  from: 'where a page, or a stretch of time, begins',
  until: 'where a stretch of time ends',
  after: 'where the next page of the record begins',
  actor: 'the record of one person, for the privacy officer: lines without content or score',
  group: 'a kind of lines in the record',
  kind: 'create, read, update, delete',
  basis: 'why something was allowed',
  relation: 'the record of one collaboration',
  person: 'the record about one person',
  format: 'the kind of file',
  purpose: 'for what data are taken out: see below',
  language: 'of the texts in a file or on a page',
  fhir: 'in which release a form goes into its file',
  page: 'which part of a form is shown as an example',
  version: 'which wording of a form is shown',
  address: 'in which tone a form is shown',
  limit: 'how much of a text comes at once',
  codes: 'quotes of some themes of one analysis',
  below: 'with or without the themes below them',
  voices: 'of those who spoke with some voices: never of one person',
  sources: 'from meetings, checks or letters',
  documents: 'from some texts of one analysis',
  coder: 'what one of those who work on an analysis marked: her reading, no measure of her',
  words: 'words in the texts of one analysis',
  text: 'words in the library: nobody is in it',
  context: 'where an item of the library fits',
  situation: 'where an item of the library fits',
  moment: 'when an item of the library fits',
  minutes: 'how long an item of the library takes',
  people: 'with how many people an item of the library works',
  grade: 'what an item of the library rests on',
  level: 'for which reader an item of the library has a text',
  origin: 'items that ship, or those of the organisation',
  collection: 'a collection of items of the library',
  reader: 'for whom the texts in a file of the library are',
  since: 'an earlier moment of one map, to lay beside this one',
  source: 'what works in collaborations, in teams or in trajectories',
  at: whereOneIs,
  rule: whereOneIs,
  line: whereOneIs,
  challenge: whereOneIs,
  step: whereOneIs,
  code: whereOneIs,
  part: whereOneIs,
  key: whereOneIs,
  markers: whereOneIs,
  topics: whereOneIs,
  like: whereOneIs,
  levels: whereOneIs,
  voice: whereOneIs,
  deed: 'what followed on one kind of thing that was done: in counts, or in her own collaborations',
}

const signals =
  'what two people of one collaboration answered to the same question: to talk about, in no order of people'

const steps = 'the programme of one meeting: how long each step takes, and who put one in with which reason'
const versions = 'who made a version of a form, and its number: the words are numbered, not the maker'

/** Lists in which a colleague and a number stand in one line, each with the reason why they cannot rank her. */
const formWords =
  'the words of a form, some of them for professionals, and what its choices count for: nobody is in it'

const restsOn = 'what an item of the library rests on, from reviews to nothing: nobody is in it'
const reported = 'tables of a report: people by number without their name, and counts of all together'
const overTime =
  'rounds of one team by the clock: what groups of five people or more said about each other, each round as it was shown'

const noRanking: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      ...[
        'searchLibrary .items[]',
        'readLibraryItem .item',
        'listOwnItems .items[]',
        'keepLibraryItem .item',
      ],
      ...['publishLibraryItem .item', 'withdrawLibraryItem .item', 'readCollection .items[]'],
      ...['keepCollection .items[]', 'shareCollection .collection.items[]', 'revokeCollectionLink .items[]'],
      ...['takeLibrary .items[]'],
    ].map((at) => [`${at}.grade`, restsOn]),
  ),
  'takeLibrary .items': restsOn,
  ...Object.fromEntries(
    ['beginForm', 'getBuiltForm', 'saveBuiltForm'].flatMap((id) =>
      ['items', 'items[].options', 'items[].items'].map((at) => [`${id} .model.${at}`, formWords]),
    ),
  ),
  'getToday .attention':
    'her own collaborations only: what a client answered, beside all who take part together; the order is fixed',
  'listRelations .relations':
    'her own collaborations only: what a client answered, beside all who take part together; the order is fixed',
  'getAudit .lines':
    'how many collaborations a look showed: lines of the record, for the privacy officer alone',
  'getTrajectoryReport .document.parts': reported,
  'getTrajectoryReport .document.parts[].blocks': reported,
  'listTrajectoryFiles .files':
    'the files that left, by whom they were taken, and which counts of people changed since',
  'getToday .attention[].signals': signals,
  'listRelations .relations[].signals': signals,
  'getRelationFeedback .signals': signals,
  'getSupervision .signals': signals,
  'getCaseload .relations':
    'her own collaborations only, for nobody else: what a client answered, and when they met; the order is fixed',
  'getCaseload .relations[].signals': signals,
  'closeSignals .signals': signals,
  ...Object.fromEntries(
    ['makeRound .round', 'getRound ', 'renewRound .round'].map((at) => [`${at}.trend.points`, overTime]),
  ),
  'getRelationFeedback .responses':
    'one collaboration: what was answered, and which colleague typed it over from paper; by the clock',
  'getForm .versions': versions,
  'setFormStatus .versions': versions,
  'sayFormLicenceNeed .versions': versions,
  'recordFormLicence .versions': versions,
  'endFormLicence .versions': versions,
  'getMutualPictures .pictures': 'two people of one collaboration beside each other, once both are in',
  'listRuptures .ruptures': 'how strong a marker was felt, tagged by its author about one collaboration',
  // Minutes of steps at one table, and which colleague put a step in or moved it.
  'planMeeting .steps': steps,
  'getMeeting .steps': steps,
  'editMeeting .steps': steps,
  'changeProgramme .steps': steps,
  'seatPeople .steps': steps,
  'cancelMeeting .steps': steps,
  'answerBeforehand .steps': steps,
  ...Object.fromEntries(
    [
      ...['startAnalysis', 'getAnalysis', 'changeAnalysis'].flatMap((id) => [
        `${id} .documents[].position`,
        `${id} .codes[].position`,
      ]),
      ...['bringDocument .position', 'listPassages .document.position'],
      ...['changeWorkbook', 'undoDeed', 'redoDeed'].map((id) => `${id} .codes[].position`),
    ].map((at) => [at, 'where a text or a theme stands in its list: no person is in it']),
  ),
  'listDeeds .deeds':
    'what was changed in one analysis, by the clock: the deeds are numbered, not who did them',
  'getSynergyModel .versions': 'who made a version of a model, and its number: nobody is in it',
  'compareCodings .differences':
    'where two who coded blind differ, by the place in the text: to talk about, in no order of people',
  'listLearners .learners':
    'who takes part, in the order in which they were added, with the hours that count for a certificate: nothing of how well',
  ...Object.fromEntries(
    [
      'getBuddies ',
      ...[
        'proposeBuddies',
        'changeProposal',
        'formBuddies',
        'dropProposal',
        'goOnAfterStop',
        'writeTalked',
      ].map((id) => `${id} .room`),
      ...['addBuddyTie', 'removeBuddyTie', 'writeBuddyWish'].map((id) => `${id} .room`),
    ]
      .flatMap((at) => [`${at}.rounds`, `${at}.rounds[].pairs`])
      .map((at) => [
        at,
        'why two fit together, in points of the pair and its rules: no number is of a person',
      ]),
  ),
  'whatWorks .deeds': 'counts of groups of five people and more, none of one colleague, by name (ADR 0032)',
  'fitLibrary .offers[].grade': restsOn,
  ...Object.fromEntries(
    [
      ...['makeCircle', 'getCircle', 'editCircle', 'setCircleStatus', 'addCirclePerson', 'setCirclePerson'],
      ...['addFamilyWord', 'setFamilyWord', 'removeFamilyWord', 'getGlossary', 'addGlossaryWord'],
      ...['carryGlossaryCards', 'giveMeaning', 'sayDiffers', 'agreeOnMeaning'],
    ].map((id) => [
      `${id} .words`,
      'words of one team or network, by name of the word or by day: the numbers count changes of a word',
    ]),
  ),
  'getRelationConsent .people': 'the numbers are versions of texts that were shown',
  'getRelationConsent .people[].choices': 'the numbers are versions of texts that were shown',
  'editPerson .choices': 'the numbers are versions of texts that were shown',
  'listTakeaways .takeaways': 'who asked for the file with everything, and how large it is',
  'listResearchExports .exports': 'who made a file, and how long it is: the file is counted, not the maker',
}

test('nobody can ask for an order, and a query only asks what stands in the list', () => {
  expect(endpoints.flatMap(orderFindings)).toEqual([])
  const stray = endpoints.flatMap((endpoint) =>
    askable(endpoint)
      .query.filter((name) => mayBeAsked[name] === undefined)
      .map((name) => `${endpoint.id} ${name}`),
  )
  expect(stray).toEqual([])
})

test('no answer holds a list of people who work with a number for each, but those that the list explains', () => {
  const found = endpoints.flatMap(rankingFindings)
  expect(found.filter((one) => noRanking[one] === undefined)).toEqual([])
  // An explanation of what is no longer there explains the next one that comes.
  expect(Object.keys(noRanking).filter((one) => !found.includes(one))).toEqual([])
})

const ranking: Readonly<Record<string, z.ZodType>> = {
  'a score per colleague': z.object({ lines: z.array(z.object({ member: memberId, score: z.number() })) }),
  'under another name': z.object({ lines: z.array(z.object({ who: memberId, how: z.int().nullable() })) }),
  'by name only': z.object({ lines: z.array(z.object({ team: z.string(), mean: z.number() })) }),
  'two lists deep': z.object({
    lines: z.array(z.object({ a: z.array(z.object({ colleague: z.string() })), b: z.array(z.number()) })),
  }),
  'by key': z.object({ lines: z.record(z.string(), z.object({ member: memberId, count: z.int() })) }),
  'in one of two shapes': z.object({
    lines: z.array(z.union([z.object({ no: z.null() }), z.object({ member: memberId, value: z.number() })])),
  }),
}

test.each(Object.entries(ranking))('a list that ranks is found: %s', (_what, response) => {
  expect(rankingFindings({ id: 'x', response })).toContain('x .lines')
})

test('a wish for an order is found, and so is a word that compares', () => {
  const endpoint = { id: 'x', method: 'GET', path: '/', summary: '', errors: [] } as const
  const response = z.object({ percentileOfTeam: z.number() })
  expect(rankingFindings({ id: 'x', response })).toEqual(['x .percentileOfTeam'])
  const query = z.object({ sortBy: z.enum(['score', 'name']) })
  expect(orderFindings({ ...endpoint, response, query })).toEqual(['x sortBy'])
})

/** What gives data out as a file, by what its contract says. */
const givesFile = (endpoint: Endpoint) =>
  'files' in endpoint ||
  /export|download|takeaway/i.test(`${endpoint.id} ${JSON.stringify(askable(endpoint).body)}`)

/** Of those, the ones that hold no data of people themselves. */
const noExport: Readonly<Record<string, string>> = {
  meetingCalendar:
    'when and where one meets, for one’s own calendar: a purpose that is asked is a meeting that is missed',
  getCertificate:
    'where one learner was and for how many hours: the paper that she is given, with no answer in it',
  getPack: 'sheets for colleagues, of words of the product: no data of people',
  getLegalText: 'texts made from the settings: no data of people',
  takeFormAlong: 'the words of a form: no data of people',
  takeLibrary: 'items of the library: no data of people',
  previewForm: 'a form as an example: no data of people',
  printPaper: 'the questions on paper for one person, without an answer',
  printFormPaper: 'a form on paper for one person, without an answer',
  listResearchExports: 'the list of files that left: titles and numbers',
  publishResearchExport: 'says that results were published; gives nothing out',
  listTakeaways: 'the list of what was asked',
  decideTakeaway: 'says yes or no to what was asked with a purpose',
  fetchTakeaway: 'fetches what was asked with a purpose',
  fetchExportJob: 'fetches what was asked with a purpose',
  listExportJobs: 'the list of what was asked',
  readExportJob: 'how far it is',
  cancelExportJob: 'takes away what was asked',
}

test('whoever takes data out says for what, or gets nothing', () => {
  const exports = endpoints.filter(givesFile).filter(({ id }) => noExport[id] === undefined)
  expect(exports.length).toBeGreaterThan(0)
  for (const endpoint of exports) {
    expect(asksPurpose(endpoint), `${endpoint.id} asks for what`).toBe(true)
    expect(endpoint.errors, endpoint.id).toContain('purpose-refused')
  }
})
