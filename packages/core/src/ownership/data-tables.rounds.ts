import type { DataTable } from './data-tables.types.ts'

/** Anonymous rounds. */
export const roundTables: Readonly<Record<string, DataTable>> = {
  round: {
    words: ['Peilingen', 'Anonymous rounds'],
    common: 'workspace_id id title instrument_id instrument_version created_by member_ids',
    fields: {
      k: ['hoe klein een groep mag zijn om getoond te worden', 'how small a group may be to be shown'],
      takes_words: ['of er woorden gevraagd zijn', 'whether words were asked for'],
      opened_at: ['wanneer de peiling begon', 'when the round began'],
      closes_at: ['wanneer de peiling eindigt', 'when the round ends'],
      closed_at: ['wanneer de peiling is gesloten', 'when the round was closed'],
      form: [
        'wat er gevraagd is: hoe het gaat, of ook over elkaar',
        'what was asked: how it goes, or about each other too',
      ],
      min_share: ['van hoeveel op de honderd er antwoord moest zijn', 'how many in a hundred had to answer'],
      talk_on: ['op welke dag erover gepraat wordt', 'the day on which it is talked about'],
      talk_meeting_id: ['in welk gesprek (meeting)', 'in which meeting (meeting)'],
      circle_relation_id: [
        'de samenwerking van dat team (relation)',
        'the collaboration of that team (relation)',
      ],
      circle_id: ['van welk team (circle)', 'of which team (circle)'],
      series_id: ['de eerste peiling van deze rij (round)', 'the first round of this row (round)'],
    },
  },
  round_group: {
    words: ['Groepen in een peiling', 'Groups in an anonymous round'],
    common: 'workspace_id id round_id name',
    fields: {
      parent_id: ['de groep waar deze bij hoort', 'the group to which this one belongs'],
      invited: ['hoeveel mensen gevraagd zijn', 'how many people were asked'],
      about_id: [
        'over welke groep deze raadde (round_group)',
        'about which group this one guessed (round_group)',
      ],
    },
    leftOut: {
      answered: [
        'bij kleine groepen is daaruit af te leiden wie antwoordde',
        'in small groups this tells who answered',
      ],
    },
  },
}
