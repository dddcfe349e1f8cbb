import type { DataTable, Words } from './data-tables.types.ts'

const meeting_id: Words = ['het gesprek (meeting)', 'the meeting (meeting)']
const place_id: Words = ['de plek aan tafel (meeting_place)', 'the place at the table (meeting_place)']
const changed_at: Words = ['wanneer er voor het laatst iets veranderde', 'when something last changed']

/** What comes after a meeting. */
export const afterTables: Readonly<Record<string, DataTable>> = {
  meeting_wrap: {
    words: ['Wat een gesprek achterlaat', 'What a meeting leaves behind'],
    common: 'workspace_id',
    fields: {
      meeting_id,
      asked_at: ['wanneer de vier vragen gingen', 'when the four questions went out'],
      reminds_at: ['wanneer er één keer wordt herinnerd', 'when one reminder goes out'],
      closes_at: ['vanaf wanneer een antwoord laat is', 'from when an answer is late'],
      ends_at: ['vanaf wanneer er niets meer komt', 'from when nothing is taken any more'],
      topics: ['wat niet aan bod kwam', 'what was not talked about'],
      letter_opening: ['de eerste woorden van de brief', 'the first words of the letter'],
      letter_sent_at: ['wanneer de brief ging', 'when the letter was sent'],
      letter_sent_by: ['wie de brief stuurde (member)', 'who sent the letter (member)'],
      transcripts: ['welke uitgeschreven gesprekken er zijn', 'which transcripts there are'],
    },
    leftOut: Object.fromEntries(
      ['worth_yes', 'worth_partly', 'worth_no'].map((name): [string, Words] => [
        name,
        [
          'Een telling zonder namen: bij weinig mensen is eruit af te leiden wie wat vond.',
          'A count without names: with few people it tells who thought what.',
        ],
      ]),
    ),
  },
  meeting_reflection: {
    words: ['Wat mensen na een gesprek schreven', 'What people wrote after a meeting'],
    common: 'workspace_id person_id answers',
    fields: {
      meeting_id,
      place_id,
      email: [
        'waar de vragen heen gaan; wordt daarna vergeten',
        'where the questions go; forgotten afterwards',
      ],
      mailed_at: ['wanneer er een mail ging', 'when a mail was sent'],
      reminded_at: ['wanneer er is herinnerd', 'when she was reminded'],
      outcome: ['hoe het werd, naast wat zij verwachtte', 'how it turned out, beside what she expected'],
      answered_at: ['wanneer', 'when'],
      is_late: ['kwam na de termijn', 'came after the term'],
      withdrawn_at: ['wanneer de woorden zijn teruggenomen', 'when the words were taken back'],
      letter: ['of de gastheren het als brief mogen hebben', 'whether the hosts may have it as a letter'],
      worth_given: [
        'of zij meetelde bij de slotvraag, niet wat zij zei',
        'whether she was counted in the closing question, not what she said',
      ],
    },
  },
  meeting_quote: {
    words: ['Woorden die getoond mogen worden, of niet', 'Words that may be shown, or not'],
    common: 'workspace_id id person_id withdrawn_at',
    fields: {
      meeting_id,
      place_id,
      asked_words: ['de woorden waarom is gevraagd', 'the words that were asked for'],
      use: ['waarvoor: team of publiek', 'what for: team or public'],
      asked_by: ['wie het vroeg (member)', 'who asked (member)'],
      asked_at: ['wanneer het is gevraagd', 'when it was asked'],
      decision: ['ja, ja met andere woorden, of nee', 'yes, yes in other words, or no'],
      own_words: ['hoe de spreker het liever zegt', 'how the speaker would rather say it'],
      decided_at: ['wanneer de spreker besliste', 'when the speaker decided'],
    },
  },
  meeting_agreement: {
    words: ['Afspraken uit een gesprek', 'Agreements of a meeting'],
    common: 'workspace_id id agreement_id',
    fields: {
      meeting_id,
      owner_place_id: ['van wie (meeting_place)', 'whose (meeting_place)'],
      if_text: ['als …', 'if …'],
      text: ['dan …', 'then …'],
      due_on: ['uiterlijk op', 'by'],
      state: ['open, gedaan of losgelaten', 'open, done or dropped'],
      made_by: ['wie het opschreef (member)', 'who wrote it down (member)'],
      made_at: ['wanneer', 'when'],
      changed_at,
    },
  },
  meeting_minutes: {
    words: ['Verslagen van gesprekken, elke versie', 'Minutes of meetings, each version'],
    common: 'workspace_id',
    fields: {
      meeting_id,
      version: ['de hoeveelste versie', 'which version'],
      body: ['de tekst', 'the text'],
      made_by: ['wie het schreef (member)', 'who wrote it (member)'],
      made_at: ['wanneer', 'when'],
      says: ['per plek: klopt, of wat er anders moet', 'by place: right, or what should change'],
    },
  },
  meeting_transcript_line: {
    words: [
      'Uitgeschreven woorden, alleen van wie daarvoor toestemming gaf',
      'Words of transcripts, only of whom gave consent for it',
    ],
    common: 'workspace_id person_id purpose',
    fields: {
      transcript_id: ['welk uitgeschreven gesprek', 'which transcript'],
      ordinal: [
        'de hoeveelste beurt; een gat is iemand zonder toestemming',
        'which turn; a gap is somebody without consent',
      ],
      meeting_id,
      place_id,
      words: ['de woorden, zonder namen', 'the words, without names'],
      from_ms: [
        'vanaf wanneer in de opname, in milliseconden',
        'from when in the recording, in milliseconds',
      ],
      until_ms: ['tot wanneer', 'until when'],
    },
  },
}
