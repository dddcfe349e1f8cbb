/** One good request per endpoint about words, tensions and looking back in a team or network. */
import type { debriefEndpoints } from '@weerklank/core/team/debrief.contract'
import type { glossaryEndpoints } from '@weerklank/core/team/glossary.contract'
import type { tensionEndpoints } from '@weerklank/core/team/tension.contract'
import type { GoodRequest, Story } from './test-requests.types.ts'

type All = typeof glossaryEndpoints & typeof tensionEndpoints & typeof debriefEndpoints
type Row = [audit: string, wrong: GoodRequest['wrong'], parts: GoodRequest['parts']]

const row = ([audit, wrong, parts]: Row): GoodRequest => ({ reaches: 'relation', audit, wrong, parts })
const here = (story: Story) => ({ relation: story.relation.id })
const atWord = (story: Story) => ({ ...here(story), word: story.glossary.word })
const atTension = (story: Story) => ({ ...here(story), tension: story.glossary.tension })

const input = {
  ...{ left: 'houvast', right: 'meebewegen', leftGood: 'Rust.', rightGood: 'Het past bij vandaag.' },
  ...{ situation: 'Bij het plannen.', asks: '', room: null, meeting: null, lookOn: null },
}

export const glossaryRequests: Readonly<Record<All[keyof All]['id'], GoodRequest>> = {
  getGlossary: row(['circle.glossary-read', null, (_, story) => ({ params: here(story) })]),
  addGlossaryWord: row([
    'circle.word-added',
    ['word', ''],
    (app, story) => ({ params: here(story), body: { id: app.world.newId(), word: 'opschalen' } }),
  ]),
  carryGlossaryCards: row(['circle.words-carried', null, (_, story) => ({ params: here(story), body: {} })]),
  giveMeaning: row([
    'circle.meaning-given',
    ['from', 'nobody'],
    (_, story) => ({ params: atWord(story), body: { text: 'Wie belt.', from: 'me' } }),
  ]),
  sayDiffers: row([
    'circle.word-differs',
    ['differs', 'perhaps'],
    (_, story) => ({ params: atWord(story), body: { differs: true } }),
  ]),
  agreeOnMeaning: row([
    'circle.meaning-agreed',
    ['text', ''],
    (app, story) => ({
      params: atWord(story),
      body: {
        base: 1,
        text: 'Wie belt als het spannend wordt.',
        on: app.clock.now().slice(0, 10),
        meeting: null,
      },
    }),
  ]),
  removeGlossaryWord: row([
    'circle.word-removed',
    null,
    (_, story) => ({ params: { ...here(story), word: story.glossary.bare } }),
  ]),
  removeMeaning: row([
    'circle.meaning-removed',
    null,
    (_, story) => ({ params: { ...here(story), meaning: story.glossary.meaning } }),
  ]),
  listTensions: row(['circle.tensions-read', null, (_, story) => ({ params: here(story) })]),
  addTension: row([
    'circle.tension-added',
    ['pair', 'good-bad'],
    (app, story) => ({
      params: here(story),
      body: { id: app.world.newId(), pair: 'rigid-flexible', ...input },
    }),
  ]),
  changeTension: row([
    'circle.tension-changed',
    ['leftGood', ''],
    (_, story) => ({ params: atTension(story), body: { version: 1, ...input } }),
  ]),
  restTension: row([
    'circle.tension-changed',
    ['resting', 'perhaps'],
    (_, story) => ({ params: atTension(story), body: { resting: true } }),
  ]),
  lookAtTension: row([
    'circle.tensions-read',
    ['lean', 3],
    (_, story) => ({ params: atTension(story), body: { lean: 1 } }),
  ]),
  takeBackLooks: row(['circle.tensions-read', null, (_, story) => ({ params: atTension(story) })]),
  beginDebrief: {
    ...{ reaches: 'relation', wrong: ['id', 'now'], audit: 'circle.debrief-begun' },
    parts: (app, story) => ({ params: here(story), body: { id: app.world.newId() } }),
    alsoAudit: ['meeting.planned', 'meeting.live-begun'],
  },
}
