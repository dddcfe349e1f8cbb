import type { DataTable } from './data-tables.types.ts'

const unshared = [
  'Wat een collega voor zichzelf houdt, hoort bij niemand anders. Alleen wat gedeeld is, gaat mee.',
  'What a colleague keeps to herself belongs to nobody else. Only what was shared is taken along.',
] as const

/** Strain in collaborations and its repair. */
export const repairTables: Readonly<Record<string, DataTable>> = {
  rupture: {
    words: [
      'Wat er schuurde in een samenwerking, voor zover gedeeld',
      'Strain in a collaboration, as far as it was shared',
    ],
    shownOnly: { since: 'shared_at', why: unshared },
    common: 'workspace_id id relation_id participant_id kind agreement_id outcome',
    fields: {
      author_id: ['de collega die het opschreef (member)', 'the colleague who wrote it down (member)'],
      markers: ['wat zij opmerkte: codes W1–W8 en C1–C7', 'what she noticed: codes W1–W8 and C1–C7'],
      salience: ['hoe duidelijk het was, 1 tot 5', 'how clear it was, 1 to 5'],
      body: ['wat zij opschreef', 'what she wrote'],
      noticed_at: ['wanneer', 'when'],
      changed_at: ['wanneer er voor het laatst iets veranderde', 'when something last changed'],
      shared_at: ['sinds wanneer het bij het dossier hoort', 'since when it is part of the file'],
      review_on: ['de dag om terug te kijken', 'the day to look back'],
      closed_at: ['wanneer het klaar was', 'when it was done'],
      version: ['hoe vaak het is veranderd', 'how often it was changed'],
    },
  },
  supervision_share: {
    words: [
      'Met wie een samenwerking is gedeeld voor supervisie',
      'With whom a collaboration was shared for supervision',
    ],
    common: 'workspace_id id relation_id',
    fields: {
      sharer_id: ['wie het deelde (member)', 'who shared it (member)'],
      supervisor_id: ['met wie (member)', 'with whom (member)'],
      question: ['de vraag daarbij', 'the question with it'],
      shared_at: ['sinds wanneer', 'since when'],
      ends_at: ['tot wanneer', 'until when'],
      ended_at: ['wanneer het eerder stopte', 'when it stopped before that'],
      ended_by: ['wie het liet stoppen (member)', 'who ended it (member)'],
    },
  },
  rupture_step: {
    words: [
      'Stappen om het te herstellen, voor zover gedeeld',
      'Steps of repair, as far as they were shared',
    ],
    shownOnly: { since: 'shared_at', why: unshared },
    common: 'workspace_id relation_id participant_id at',
    fields: {
      rupture_id: ['waarbij het hoort (rupture)', 'what it belongs to (rupture)'],
      step: ['welke stap', 'which step'],
      author_id: ['de collega die het begon (member)', 'the colleague who began it (member)'],
      shared_at: ['sinds wanneer het bij het dossier hoort', 'since when it is part of the file'],
      state: ['gedaan of overgeslagen', 'done or passed over'],
      body: ['wat er is gezegd of gedaan', 'what was said or done'],
      done_by: ['welke collega (member)', 'which colleague (member)'],
    },
  },
}
