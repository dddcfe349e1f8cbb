import type { DataTable, Words } from './data-tables.types.ts'

const circle_id: Words = ['het team of netwerk (circle)', 'the team or network (circle)']
const changed_at: Words = ['wanneer er voor het laatst iets veranderde', 'when something last changed']

/** Teams and networks: what they want to find out, who belongs to which side, and what they say to a family. */
export const circleTables: Readonly<Record<string, DataTable>> = {
  circle: {
    words: ['Teams en netwerken', 'Teams and networks'],
    common: 'workspace_id id relation_id kind created_by created_at version',
    fields: {
      question: ['wat zij samen willen uitzoeken', 'what they want to find out together'],
      starts_on: ['de eerste dag', 'the first day'],
      ends_on: ['de dag waarop het vanzelf stopt', 'the day on which it ends by itself'],
      midcourse_on: ['de dag waarop zij halverwege kijken', 'the day on which they look half-way'],
      ended_at: ['wanneer het is gestopt', 'when it ended'],
      end_reason: [
        'done: klaar · by-itself: vanzelf · family-left: het gezin ging weg',
        'done · by-itself · family-left: the family left',
      ],
      changed_at,
    },
  },
  circle_side: {
    words: ['Kanten van teams en netwerken', 'Sides of teams and networks'],
    common: 'workspace_id id relation_id name',
    fields: {
      circle_id,
      is_family: ['of dit het gezin is', 'whether this is the family'],
      position: ['de hoeveelste in de rij', 'which one in order'],
    },
  },
  circle_person: {
    words: ['Wie bij een team of netwerk hoort', 'Who belongs to a team or network'],
    common: 'workspace_id relation_id participant_id',
    fields: {
      circle_id,
      side_ids: ['van welke kanten zij spreekt (circle_side)', 'the sides she speaks from (circle_side)'],
      joined_at: ['wanneer zij erbij kwam', 'when she joined'],
      seen_at: ['wanneer zij de pagina’s voor het eerst opende', 'when she first opened the pages'],
      left_at: ['wanneer zij wegging', 'when she left'],
    },
  },
  circle_link: {
    words: ['Links naar de pagina’s van een netwerk', 'Links to the pages of a network'],
    common: 'workspace_id relation_id participant_id created_at expires_at revoked_at',
    fields: { circle_id },
    leftOut: {
      token_hash: [
        'Het kenmerk van een link: wie het kent, kan nagaan of een link hierbij hoort.',
        'The mark of a link: who knows it can find out whether a link belongs here.',
      ],
    },
  },
  family_word: {
    words: ['Wat we het gezin vragen of vertellen', 'What we ask or tell the family'],
    common: 'workspace_id id relation_id participant_id kind created_at version',
    fields: {
      circle_id,
      text: ['de woorden', 'the words'],
      said_by: ['wie het zegt (participant)', 'who says it (participant)'],
      planned_on: ['op welke dag', 'on which day'],
      said_at: ['wanneer het is gezegd', 'when it was said'],
      answer: ['wat het gezin antwoordde', 'what the family answered'],
      changed_at,
    },
  },
}
