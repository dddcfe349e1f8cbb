import type { DataTable, Words } from './data-tables.types.ts'

const circle_id: Words = ['het team of netwerk (circle)', 'the team or network (circle)']
const word_id: Words = ['het woord (glossary_word)', 'the word (glossary_word)']
const meeting_id: Words = ['het gesprek aan tafel (meeting)', 'the meeting (meeting)']
const changed_at: Words = ['wanneer er voor het laatst iets veranderde', 'when something last changed']

/** Words and tensions of teams and networks. */
export const glossaryTables: Readonly<Record<string, DataTable>> = {
  glossary_word: {
    words: ['Woorden van teams en netwerken', 'Words of teams and networks'],
    common: 'workspace_id id relation_id participant_id created_at',
    fields: {
      circle_id,
      word: ['het woord', 'the word'],
      card_ids: ['van welke kaartjes het komt (meeting_text)', 'the cards it comes from (meeting_text)'],
      differs: ['of mensen er iets anders mee bedoelen', 'whether people mean something else by it'],
    },
  },
  glossary_meaning: {
    words: ['Wat mensen met een woord bedoelen', 'What people mean by a word'],
    common: 'workspace_id id relation_id participant_id',
    fields: { circle_id, word_id, body: ['de eigen woorden', 'the own words'], changed_at },
  },
  glossary_agreed: {
    words: ['Afgesproken betekenissen', 'Agreed meanings'],
    common: 'workspace_id relation_id',
    fields: {
      circle_id,
      word_id,
      seq: ['de hoeveelste afspraak over dit woord', 'which agreement about this word'],
      body: ['wat er is afgesproken', 'what was agreed'],
      agreed_on: ['op welke dag', 'on which day'],
      meeting_id,
    },
  },
  tension: {
    words: ['Spanningen in teams en netwerken', 'Tensions in teams and networks'],
    common: 'workspace_id id relation_id created_at version',
    fields: {
      circle_id,
      pair: ['welk paar', 'which pair'],
      left_pole: ['de ene pool', 'the one pole'],
      right_pole: ['de andere pool', 'the other pole'],
      left_good: ['wat daar goed aan is', 'what is good about it'],
      right_good: ['wat daar goed aan is', 'what is good about it'],
      situation: ['waar het zich laat zien', 'where it shows'],
      asks: ['wat het vraagt', 'what it asks'],
      room: ['waar erover gepraat wordt', 'where it is talked about'],
      meeting_id,
      look_on: ['wanneer zij weer kijken', 'when they look again'],
      resting_since: ['sinds wanneer nu even niet', 'since when not for now'],
      changed_at,
    },
    leftOut: {
      participant_id: [
        'Wie haar opschreef: dat leest alleen zij zelf, in haar eigen gegevens.',
        'Who wrote it down: only she reads that, in her own data.',
      ],
    },
  },
}

/** What stays behind. */
export const glossaryLeftOut: Readonly<Record<string, Words>> = {
  tension_look: [
    'Naar welke kant iemand een spanning zag leunen: dat is vertrouwelijk. De uitkomst staat bij de spanning.',
    'To which side somebody saw a tension lean: that is confidential. The outcome stands with the tension.',
  ],
}
