import type { DataTable, Words } from './data-tables.types.ts'

const trajectory_id: Words = ['het leertraject (trajectory)', 'the learning trajectory (trajectory)']
const learner_id: Words = ['de deelnemer (learner)', 'the learner (learner)']

/** Buddies of a trajectory. */
export const buddyTables: Readonly<Record<string, DataTable>> = {
  buddy_round: {
    words: ['Rondes waarin maatjes zijn gemaakt', 'Rounds in which buddies were made'],
    common: 'workspace_id id version',
    fields: {
      trajectory_id,
      number: ['de hoeveelste ronde', 'which round'],
      rules: ['welke regels golden', 'which rules held'],
      seed: ['wat koos tussen even goede voorstellen', 'what chose between equally good proposals'],
      talk_days: ['vanaf welke dagen de gesprekken waren', 'from which days the talks were'],
      outcome: ['hoe het voorstel tot stand kwam', 'how the proposal came about'],
      made_by: ['wie het voorstel liet maken (member)', 'who had it proposed (member)'],
      made_at: ['wanneer het voorstel is gemaakt', 'when it was proposed'],
      formed_at: ['wanneer de tweetallen zijn gemaakt', 'when the pairs were formed'],
    },
  },
  buddy_pair: {
    words: ['Maatjes', 'Buddies'],
    common: 'workspace_id id version',
    fields: {
      trajectory_id,
      round_id: ['de ronde (buddy_round)', 'the round (buddy_round)'],
      learner_ids: ['wie maatjes zijn (learner)', 'who are buddies (learner)'],
      points: ['hoeveel punten de regels gaven', 'how many points the rules gave'],
      pinned: ['of de trekker ze vastzette', 'whether the lead fixed them'],
      overruled: ['welke regels de trekker opzij zette', 'which rules the lead set aside'],
      reason: ['waarom', 'why'],
      talks: ['wanneer de gesprekken konden zijn', 'when the talks could be'],
      talked: ['of ze elkaar spraken, volgens een ander', 'whether they talked, by somebody else'],
      formed_on: ['sinds welke dag', 'since which day'],
      ended_on: ['tot welke dag', 'until which day'],
      end_reason: ['waarom het ophield', 'why it ended'],
      follows: ['uit welk paar het kwam (buddy_pair)', 'from which pair it came (buddy_pair)'],
    },
  },
  buddy_meeting: {
    words: ['Dat maatjes elkaar spraken', 'That buddies met'],
    common: 'workspace_id at',
    fields: {
      trajectory_id,
      pair_id: ['het paar (buddy_pair)', 'the pair (buddy_pair)'],
      learner_id,
      met_on: ['op welke dag', 'on which day'],
    },
  },
  buddy_wish: {
    words: ['Wensen voor een maatje', 'Wishes for a buddy'],
    common: 'workspace_id',
    fields: {
      trajectory_id,
      learner_id,
      wants: ['of zij een maatje wil', 'whether she wants a buddy'],
      languages: ['in welke talen', 'in which languages'],
      half_days: ['wanneer zij meestal kan', 'when she usually can'],
      ways: ['online of ergens', 'online or somewhere'],
      region: ['in de buurt van welke plaats', 'near which place'],
      themes: ['waarover zij wil leren', 'what she wants to learn about'],
      changed_at: ['wanneer er voor het laatst iets veranderde', 'when something last changed'],
    },
  },
  buddy_tie: {
    words: ['Wie geen maatjes worden', 'Who are not to be buddies'],
    common: 'workspace_id id kind at',
    fields: {
      trajectory_id,
      learner_id,
      other_id: ['de ander (learner)', 'the other (learner)'],
    },
    unless: {
      field: 'in_confidence',
      why: [
        'Wie met wie liever niet samen is, vroeg zij in vertrouwen.',
        'Who rather is not with whom was asked in confidence.',
      ],
    },
    leftOut: {
      asked_by: ['Wie het vroeg, blijft van haar.', 'Who asked it stays hers.'],
      in_confidence: [
        'Alleen wat een trekker opschreef, gaat mee.',
        'Only what a lead wrote down is taken along.',
      ],
    },
  },
}
